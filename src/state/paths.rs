//! How rows came to where they stand: at once, or in slices where there are many.

use super::Foretelling;
use super::slicing::{Grounds, Slicing, Worked};
use crate::reactive::{Memo, memo};
use crate::shared::Shared;
use paceboard_core::measures::paths::{Paths, paths_in_steps};
use paceboard_core::model::DayRange;
use paceboard_core::outlook::Growth;
use paceboard_core::query::Entity;
use paceboard_core::steps::Steps;

/// Up to so many figures, rows times days, are counted within a frame or two.
const AT_ONCE_FIGURES: usize = 1_000_000;

/// What is known of paths.
#[derive(Clone, PartialEq)]
pub enum Retraced {
    /// Nothing was asked for, or none of the rows can be counted.
    Nothing,
    /// They are being counted.
    UnderWay,
    /// They are counted.
    Found(Shared<Paths>),
}

impl Foretelling {
    /// The paths of `rows`, positions in the document among those of `entity`, for as long as the
    /// owner is there. Growth that is assumed changes nothing in them.
    pub fn paths(
        self,
        entity: Memo<Entity>,
        rows: Memo<Option<Shared<Vec<u32>>>>,
    ) -> Memo<Retraced> {
        let grounds = memo(move || {
            Some(Grounds {
                growth: Growth::default(),
                entity: entity.get(),
                rows: Some(rows.get()?),
                ..self.grounds.get()?
            })
        });
        let asked = memo(move || grounds.get().filter(are_many));
        let slicing = Slicing::new("paceboard:paths", retrace, asked);
        slicing.connect();
        memo(move || match grounds.get() {
            None => Retraced::Nothing,
            Some(grounds) if are_many(&grounds) => {
                slicing.worked().map_or(Retraced::UnderWay, retraced)
            }
            Some(grounds) => retraced(retrace(grounds).finish()),
        })
    }
}

fn are_many(grounds: &Grounds) -> bool {
    let days = DayRange::new(grounds.paces.year.from(), grounds.paces.today.plus(1));
    let rows = grounds.rows.as_ref().map_or(0, |rows| rows.len());
    rows * days.len() > AT_ONCE_FIGURES
}

fn retrace(grounds: Grounds) -> Steps<Worked> {
    Steps::new(async move {
        let (dataset, books) = (&grounds.document.dataset, &grounds.document.books);
        let rows = grounds.rows.as_ref().map_or(&[][..], |rows| rows);
        let paths = paths_in_steps(dataset, books, &grounds.paces, grounds.entity, rows);
        Worked::Paths(paths.await.map(Shared::new))
    })
}

fn retraced(worked: Worked) -> Retraced {
    match worked {
        Worked::Paths(Some(paths)) => Retraced::Found(paths),
        _ => Retraced::Nothing,
    }
}
