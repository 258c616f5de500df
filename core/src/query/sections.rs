//! Which sections of the page are open.

/// A section that opens and closes, and is worked out while it is open.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Section {
    /// How far rows have come towards their goals.
    Distribution,
    /// How far probabilities can be trusted.
    Trust,
    /// How concentrated sales are.
    Concentration,
    /// The audience and what merchants were promised.
    Audience,
    /// In the programme's head: all of the list beside the chart.
    Queue,
    /// In a detail: what the plan is based on.
    Basis,
    /// In a detail: the rank through the year.
    Ranks,
    /// In a detail: why the rank moved.
    Moved,
    /// In a detail: refund rate, order value and other quotients.
    Ratios,
    /// In a detail: the year as a calendar.
    Year,
    /// What the figures mean.
    Definitions,
    /// What is odd about the data.
    Quality,
}

impl Section {
    /// All of them, in the order of the URL.
    pub const ALL: [Self; 12] = [
        Self::Distribution,
        Self::Trust,
        Self::Concentration,
        Self::Audience,
        Self::Queue,
        Self::Basis,
        Self::Ranks,
        Self::Moved,
        Self::Ratios,
        Self::Year,
        Self::Definitions,
        Self::Quality,
    ];

    /// The name in the URL.
    pub fn name(self) -> &'static str {
        match self {
            Self::Distribution => "distribution",
            Self::Trust => "trust",
            Self::Concentration => "concentration",
            Self::Audience => "audience",
            Self::Queue => "queue",
            Self::Basis => "basis",
            Self::Ranks => "ranks",
            Self::Moved => "moved",
            Self::Ratios => "ratios",
            Self::Year => "year",
            Self::Definitions => "definitions",
            Self::Quality => "quality",
        }
    }

    /// The section of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.name() == name)
    }

    fn bit(self) -> u32 {
        1 << self as u32
    }
}

/// A set of sections, a bit for each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Sections(u32);

impl Sections {
    /// Whether `section` is one of them.
    pub fn has(self, section: Section) -> bool {
        self.0 & section.bit() != 0
    }

    /// The same set with `section`, or without it where it was there.
    #[must_use]
    pub fn toggled(self, section: Section) -> Self {
        Self(self.0 ^ section.bit())
    }

    /// The set of those sections.
    pub fn of(sections: &[Section]) -> Self {
        let bits = sections.iter().map(|section| section.bit());
        Self(bits.fold(0, |bits, bit| bits | bit))
    }
}

#[cfg(test)]
mod tests {
    use super::{Section, Sections};

    #[test]
    fn each_section_opens_and_closes_by_itself() {
        let set = Sections::of(&[Section::Trust, Section::Quality]);
        for section in Section::ALL {
            assert_eq!(Section::from_name(section.name()), Some(section));
            assert_ne!(set.toggled(section), set);
            assert_eq!(set.toggled(section).toggled(section), set);
        }
        assert!(set.has(Section::Quality) && !set.has(Section::Year));
    }
}
