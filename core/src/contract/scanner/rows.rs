//! Arrays of whole numbers and nulls: nearly all bytes of a document.

use super::Scanner;
use super::number::out_of_range;
use crate::contract::error::{ContractErrorKind, Counted, JsonType};
use crate::contract::fault::Fault;
use crate::contract::limits;
use crate::model::Cells;
use paceboard_figures::take_numbers;

/// Numbers that are read in one go.
const AT_ONCE: usize = 128;

/// Whether figures may be below zero.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sign {
    /// Only 0 and more.
    Positive,
    /// Any.
    Any,
}

/// How many cells may still be added, and the limit that an error names.
#[derive(Clone, Copy, Debug)]
pub struct Room {
    /// What the cells are.
    pub what: Counted,
    /// The limit on those.
    pub limit: usize,
    /// How many of it are left.
    pub left: usize,
}

impl Room {
    /// All of a limit.
    pub fn all(what: Counted, limit: usize) -> Self {
        Self {
            what,
            limit,
            left: limit,
        }
    }
}

impl Scanner<'_> {
    /// An array of numbers and nulls, appended to `cells` (null as [`Cells::GAP`]). Gives the
    /// number appended.
    pub fn row(&mut self, sign: Sign, room: Room, cells: &mut Vec<i64>) -> Result<usize, Fault> {
        let before = cells.len();
        let most = before + room.left;
        let mut items = self.array()?;
        while self.more(&mut items)? {
            self.plain_numbers(most, cells);
            if cells.len() >= most {
                let Room { what, limit, .. } = room;
                return Err(Fault::new(
                    self.offset(),
                    ContractErrorKind::TooMany { what, limit },
                ));
            }
            cells.push(self.cell(sign)?);
        }
        Ok(cells.len() - before)
    }

    /// Takes numbers for as long as a comma follows each, and leaves whatever comes next to
    /// [`Self::cell`], which knows all the rest of the grammar.
    fn plain_numbers(&mut self, most: usize, cells: &mut Vec<i64>) {
        let mut numbers = [0; AT_ONCE];
        loop {
            let room = AT_ONCE.min(most - cells.len());
            let (bytes, count) = take_numbers(&self.bytes[self.at..], &mut numbers[..room]);
            self.at += bytes;
            cells.extend_from_slice(&numbers[..count]);
            if count < AT_ONCE {
                return;
            }
        }
    }

    /// One number or null.
    pub fn cell(&mut self, sign: Sign) -> Result<i64, Fault> {
        if self.value_type()? == JsonType::Null {
            return self.word().map(|_| Cells::GAP);
        }
        let offset = self.at;
        let number = self.integer()?;
        if number < 0 && sign == Sign::Positive {
            return Err(out_of_range(offset, 0, limits::AMOUNT, &number.to_string()));
        }
        Ok(number)
    }
}

#[cfg(test)]
mod tests {
    use super::{Room, Scanner, Sign};
    use crate::contract::error::Counted;
    use crate::model::Cells;

    fn row(json: &str, sign: Sign) -> Result<Vec<i64>, String> {
        let mut cells = Vec::new();
        let mut scanner = Scanner::new(json.as_bytes());
        let length = scanner.row(sign, Room::all(Counted::Cells, 40), &mut cells);
        let length = length.and_then(|length| scanner.finish().map(|()| length));
        length
            .map_err(|fault| fault.in_json(json.as_bytes()).to_string())
            .map(|length| {
                assert_eq!(length, cells.len());
                cells
            })
    }

    #[test]
    fn numbers_of_every_length_are_read() {
        let mut expected = vec![0];
        for digits in 1..=15 {
            expected.extend([10_i64.pow(digits - 1), 10_i64.pow(digits) - 1]);
        }
        expected.extend([
            1_234_567_890_123_456,
            9_007_199_254_740_991,
            87_654_321,
            8_070_605,
            0,
        ]);
        for separator in [",", ", ", " ,\n\t "] {
            let texts: Vec<_> = expected.iter().map(i64::to_string).collect();
            let json = format!("[{}]", texts.join(separator));
            assert_eq!(row(&json, Sign::Positive).as_ref(), Ok(&expected));
        }
    }

    #[test]
    fn gaps_and_negative_numbers_stand_among_others() {
        let gap = Cells::GAP;
        assert_eq!(row("[]", Sign::Positive), Ok(vec![]));
        assert_eq!(
            row("[null,0,null, 12 ,null]", Sign::Positive),
            Ok(vec![gap, 0, gap, 12, gap])
        );
        assert_eq!(
            row("[-5,-123456789,0,-0]", Sign::Any),
            Ok(vec![-5, -123_456_789, 0, 0])
        );
    }

    #[test]
    fn the_place_of_a_wrong_cell_is_named() {
        for (json, expected) in [
            (
                "[1,2,-3]",
                "$[2], byte 5: expected a number from 0 to 9007199254740991, found -3",
            ),
            (
                "[10,1.5,3]",
                "$[1], byte 4: expected a whole number written as digits, found 1.5",
            ),
            (
                "[10,1e3,3]",
                "$[1], byte 4: expected a whole number written as digits, found 1e3",
            ),
            (
                "[1,007,3,44444]",
                "$[1], byte 3: expected a number without leading zeros, found '0'",
            ),
            (
                "[1,0123456789,3]",
                "$[1], byte 3: expected a number without leading zeros, found '0'",
            ),
            (
                "[1,NaN,3,4444]",
                "$[1], byte 3: expected a JSON value, found 'N'",
            ),
            (
                "[1,\"2\",3,4444]",
                "$[1], byte 3: expected a number, found a string",
            ),
            (
                "[1,,3,4,5,6,7]",
                "$[1], byte 3: expected a JSON value, found ','",
            ),
            (
                "[1,2,3,4,5,]",
                "$[5], byte 11: expected a JSON value, found ']'",
            ),
            (
                "[1,2 3,4,5,6]",
                "$, byte 5: expected a comma or ], found '3'",
            ),
            (
                "[1,2,3,4,5,6",
                "$, byte 12: expected a comma or ], found the end of the document",
            ),
            (
                "[1,2;3,4,5,6]",
                "$, byte 4: expected a comma or ], found ';'",
            ),
        ] {
            assert_eq!(
                row(json, Sign::Positive),
                Err(expected.to_owned()),
                "{json}"
            );
        }
    }

    #[test]
    fn too_many_cells_are_refused() {
        let json = |cells: usize| format!("[{}7]", "7,".repeat(cells - 1));
        assert_eq!(row(&json(40), Sign::Any).map(|cells| cells.len()), Ok(40));
        let error = row(&json(41), Sign::Any).unwrap_err();
        assert_eq!(
            error,
            "$[40], byte 81: expected at most 40 cells, found more"
        );
    }
}
