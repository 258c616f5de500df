//! Arrays of whole numbers and nulls: nearly all bytes of a document.

use super::Scanner;
use crate::contract::error::{ContractErrorKind, Counted, JsonType};
use crate::contract::fault::Fault;
use crate::model::Cells;
use paceboard_figures::{MOST_AT_ONCE, take_numbers};

/// Cells that are read in one go.
const AT_ONCE: usize = 512;
const _: () = assert!(AT_ONCE <= MOST_AT_ONCE);
static ZEROS: [i64; AT_ONCE] = [0; AT_ONCE];

/// What an array of cells held.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RowSize {
    /// How many cells.
    pub cells: usize,
    /// The sum of its numbers without their signs.
    pub sum: u128,
}

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
    /// An array of numbers and nulls, appended to `cells` (null as [`Cells::GAP`]).
    pub fn row(&mut self, sign: Sign, room: Room, cells: &mut Vec<i64>) -> Result<RowSize, Fault> {
        let before = cells.len();
        let most = before + room.left;
        let mut sum = 0;
        let mut items = self.array()?;
        while self.more(&mut items)? {
            sum += self.plain_cells(most, cells);
            if cells.len() >= most {
                let Room { what, limit, .. } = room;
                return Err(Fault::new(
                    self.offset(),
                    ContractErrorKind::TooMany { what, limit },
                ));
            }
            let cell = self.cell(sign)?;
            if cell != Cells::GAP {
                sum += u128::from(cell.unsigned_abs());
            }
            cells.push(cell);
        }
        Ok(RowSize {
            cells: cells.len() - before,
            sum,
        })
    }

    /// Takes cells for as long as a comma follows each, and leaves whatever comes next to
    /// [`Self::cell`], which knows all the rest of the grammar. Gives their sum.
    fn plain_cells(&mut self, most: usize, cells: &mut Vec<i64>) -> u128 {
        let mut sum = 0;
        loop {
            let start = cells.len();
            // Within what is reserved: a table whose size is known never moves for room to spare.
            let reserved = match cells.capacity() - start {
                0 => AT_ONCE,
                spare => spare,
            };
            let room = AT_ONCE.min(reserved).min(most - start);
            // One move of a whole block: growing by zeros would write them one by one.
            cells.extend_from_slice(&ZEROS[..room]);
            let taken = take_numbers(&self.bytes[self.at..], &mut cells[start..]);
            cells.truncate(start + taken.cells);
            self.at += taken.bytes;
            sum += u128::from(taken.sum);
            if taken.cells == 0 || taken.cells < room {
                return sum;
            }
        }
    }

    /// One number or null.
    pub fn cell(&mut self, sign: Sign) -> Result<i64, Fault> {
        if self.value_type()? == JsonType::Null {
            return self.word().map(|_| Cells::GAP);
        }
        match sign {
            Sign::Positive => self.integer_from(0),
            Sign::Any => self.integer(),
        }
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
        let size = scanner.row(sign, Room::all(Counted::Cells, 40), &mut cells);
        let size = size.and_then(|size| scanner.finish().map(|()| size));
        size.map_err(|fault| fault.in_json(json.as_bytes()).to_string())
            .map(|size| {
                let numbers = cells.iter().filter(|cell| **cell != Cells::GAP);
                let sum = numbers.map(|cell| u128::from(cell.unsigned_abs())).sum();
                let cells_read = cells.len();
                assert_eq!((size.cells, size.sum), (cells_read, sum));
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
