//! What the parts of the leaderboard share: the board, what is seen of it, and where the keyboard
//! stands.

use super::column::{OF_GOALS, without_room};
use super::lack::{Lack, lack};
use super::row_view::{Look, RowView, Sheet};
use super::viewport::Viewport;
use crate::reactive::{Memo, RwSignal, memo};
use crate::shared::Shared;
use crate::state::{BoardLayout, State};
use paceboard_core::board::{Board, Row};
use paceboard_core::model::Metric;
use paceboard_core::query::{Column, Columns, Entity, Focus};

/// The list, as signals.
#[derive(Clone, Copy)]
pub struct List {
    /// The page.
    pub state: State,
    /// What is seen.
    pub viewport: Viewport,
    /// The row that the keyboard is on.
    pub active: RwSignal<Option<usize>>,
    /// Why no row has a value; rows that wait for theirs are shown without.
    pub lack: Memo<Option<Lack>>,
    /// Number of rows.
    pub rows: Memo<usize>,
    /// How figures are written.
    pub look: Memo<Option<Look>>,
    /// Columns that are not shown.
    pub hidden: Memo<Columns>,
}

impl List {
    /// A list of the page's board.
    pub fn new(state: State) -> Self {
        let lack = memo(move || lack(state));
        let rows = memo(move || {
            let is_shown = lack.get().is_none_or(|lack| lack == Lack::Awaited);
            let rows =
                |board: &Option<Shared<Board>>| board.as_ref().map_or(0, |board| board.rows.len());
            if is_shown { state.board.with(rows) } else { 0 }
        });
        let viewport = Viewport::new(rows, state.source.is_painted, state.layout.printing);
        let hidden = memo(move || hidden_columns(state));
        Self {
            state,
            viewport,
            active: state.layout.active,
            lack,
            rows,
            look: look_memo(state),
            hidden,
        }
    }

    /// What a slot shows.
    pub fn view(self, slot: usize) -> RowView {
        let Some((look, today)) = self.look.get().zip(self.state.today.get()) else {
            return RowView::default();
        };
        let index = self.viewport.row_of(slot);
        if index >= self.rows.get() {
            return RowView::default();
        }
        let written = self.state.board.with(|board| {
            let board = board.as_deref()?;
            let row = board.rows.get(index)?;
            self.state.document.with(|document| {
                let document = document.as_deref()?;
                let (dataset, books) = (&document.dataset, &document.books);
                Some(RowView::new(
                    &Sheet {
                        dataset,
                        books,
                        board,
                        today,
                        look,
                    },
                    row,
                ))
            })
        });
        written.unwrap_or_default()
    }

    /// Opens the detail of a row.
    pub fn open(self, row: usize) {
        open_at(self.state, row);
    }

    /// Puts a row into the comparison, or takes it out.
    pub fn compare(self, row: usize) {
        if let Some(focus) = focus_at(self.state, row) {
            self.state.update(|query| query.toggle_compared(focus));
        }
    }

    /// Closes the detail.
    pub fn close(self) {
        self.state.update(|query| query.focus = None);
    }

    /// Whether a detail is open.
    pub fn has_open(self) -> bool {
        self.state
            .query
            .with_untracked(|query| query.focus.is_some())
    }

    /// The row whose detail is open, where it is on the board.
    pub fn open_row(self) -> Option<usize> {
        let focus = self.state.query.with(|query| query.focus.clone())?;
        self.state.board.with(|board| {
            let board = board.as_deref()?;
            board
                .rows
                .iter()
                .position(|row| focus_of(self.state, board, row).as_ref() == Some(&focus))
        })
    }
}

/// Opens the detail of a row of the board and puts the keyboard on it; false where there is none.
pub fn open_at(state: State, row: usize) -> bool {
    let focus = focus_at(state, row);
    let is_there = focus.is_some();
    if is_there {
        state.layout.active.set(Some(row));
        state.update(|query| query.focus = focus);
    }
    is_there
}

fn focus_at(state: State, row: usize) -> Option<Focus> {
    state.board.with_untracked(|board| {
        let board = board.as_deref()?;
        focus_of(state, board, board.rows.get(row)?)
    })
}

fn focus_of(state: State, board: &Board, row: &Row) -> Option<Focus> {
    state.document.with_untracked(|document| {
        let dataset = &document.as_deref()?.dataset;
        let at = row.index as usize;
        Some(match board.entity {
            Entity::Channels => Focus::Channel(dataset.channels.id.get(at)?.clone()),
            Entity::Partners => Focus::Partner(dataset.partners.get(at)?.id.clone()),
        })
    })
}

/// Columns that are not shown: those that the reader has hidden, or else those without room; and
/// those in which no row has anything to say. Paper has room for all.
pub fn hidden_columns(state: State) -> Columns {
    let (sort, chosen, entity) = state
        .query
        .with(|query| (query.sort.key, query.hidden, query.entity));
    let absent = absent(state, entity);
    if let Some(chosen) = chosen {
        return chosen.with(&absent);
    }
    let width_px = if state.layout.printing.get() {
        BoardLayout::WIDE_PX
    } else {
        state.layout.width_px.get()
    };
    without_room(width_px, sort, &absent)
}

/// Columns in which the document has nothing to say: of goals, of partners, of days.
pub fn absent(state: State, entity: Entity) -> Vec<Column> {
    let mut absent = Vec::new();
    if state.lacks_goals(entity) {
        absent.extend(OF_GOALS);
    }
    state.document.with(|document| {
        let Some(document) = document.as_deref() else {
            return;
        };
        let (dataset, ledger) = (&document.dataset, document.books.ledger(entity));
        if entity == Entity::Channels && dataset.partners.is_empty() {
            absent.push(Column::Partner);
        }
        let may_have_days = document.is_opening || !dataset.parts.is_empty();
        if !may_have_days && !Metric::ALL.into_iter().any(|metric| ledger.has(metric)) {
            absent.push(Column::Trend);
        }
    });
    absent
}

fn look_memo(state: State) -> Memo<Option<Look>> {
    memo(move || {
        let (lang, currency) = (
            state.lang.get(),
            state.query.with(|query| query.currency.clone()),
        );
        state.board.with(|board| {
            let board = board.as_deref()?;
            state.document.with(|document| {
                let dataset = &document.as_deref()?.dataset;
                Some(Look::new(lang, dataset, board, currency.as_deref()))
            })
        })
    })
}
