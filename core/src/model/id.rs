//! Names by which a document refers to things: text ids, and indices into its arrays.

use std::fmt;

/// An identifier as the document writes it: 1–64 of `A–Z a–z 0–9 . _ ~ -`, so that it stands in a
/// URL as it is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Box<str>);

/// Why a text is not an id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected an id of 1–64 characters of A–Z a–z 0–9 . _ ~ -")]
pub struct IdError;

impl Id {
    /// Checks and keeps `text`.
    pub fn new(text: &str) -> Result<Self, IdError> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || b"._~-".contains(&byte);
        let fits = (1..=64).contains(&text.len()) && text.bytes().all(allowed);
        fits.then(|| Self(text.into())).ok_or(IdError)
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

macro_rules! index_type {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl $name {
            /// The index as a position in a slice.
            pub fn at(self) -> usize {
                self.0 as usize
            }
        }
    };
}

index_type!(
    /// Position of a channel in the document's columns.
    ChannelIndex
);
index_type!(
    /// Position of a partner in the document's list.
    PartnerIndex
);
index_type!(
    /// Position of a category in the document's list.
    CategoryIndex
);
index_type!(
    /// Position of a province in [`super::Dataset::provinces`].
    ProvinceIndex
);

#[cfg(test)]
mod tests {
    use super::Id;

    #[test]
    fn ids_are_short_and_safe_in_urls() {
        for good in ["c0001", "A.b_c~d-9", &"x".repeat(64)] {
            assert_eq!(Id::new(good).unwrap().as_str(), good);
        }
        for bad in ["", "a b", "a/b", "青", &"x".repeat(65)] {
            assert!(Id::new(bad).is_err(), "{bad}");
        }
    }
}
