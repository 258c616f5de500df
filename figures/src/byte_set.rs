//! The first byte of some kind in a text.

/// Some of the 256 bytes.
pub struct ByteSet {
    has: [bool; 256],
}

impl ByteSet {
    /// The bytes of some ranges, of which both ends belong to it.
    pub const fn of(ranges: &[(u8, u8)]) -> Self {
        let mut has = [false; 256];
        let mut index = 0;
        while index < ranges.len() {
            let (mut byte, last) = (ranges[index].0 as usize, ranges[index].1 as usize);
            while byte <= last {
                has[byte] = true;
                byte += 1;
            }
            index += 1;
        }
        Self { has }
    }

    /// Where the first byte that belongs to it stands in `bytes`.
    #[inline(never)]
    pub fn first_in(&self, bytes: &[u8]) -> Option<usize> {
        bytes.iter().position(|byte| self.has[usize::from(*byte)])
    }
}

#[cfg(test)]
mod tests {
    use super::ByteSet;

    #[test]
    fn both_ends_of_a_range_belong_to_it() {
        let set = ByteSet::of(&[(b'b', b'd'), (0, 0), (255, 255)]);
        let found = |byte| set.first_in(&[b'a', byte]) == Some(1);
        let bytes: Vec<u8> = (0..=255).filter(|byte| found(*byte)).collect();
        assert_eq!(bytes, [0, b'b', b'c', b'd', 255]);
    }

    #[test]
    fn the_first_is_found() {
        let set = ByteSet::of(&[(b'0', b'9')]);
        assert_eq!(set.first_in(b"ab1c2"), Some(2));
        assert_eq!(set.first_in(b"abc"), None);
        assert_eq!(set.first_in(b""), None);
    }
}
