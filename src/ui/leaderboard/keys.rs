//! What keys do on the list.

/// What a key asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Go to that row.
    Go(usize),
    /// Open the row.
    Open(usize),
    /// Put the row into the comparison, or take it out.
    Compare(usize),
    /// Close the detail.
    Close,
}

/// What `key` asks for, with the keyboard on `active` of `rows` rows; `first_seen` is where it
/// starts, `page` how many rows are seen.
pub fn action(
    key: &str,
    active: Option<usize>,
    rows: usize,
    first_seen: usize,
    page: usize,
) -> Option<Action> {
    let last = rows.checked_sub(1)?;
    let step = page.saturating_sub(1).max(1);
    let from = |go: &dyn Fn(usize) -> usize| active.map_or(first_seen, go).min(last);
    Some(match key {
        "ArrowDown" => Action::Go(from(&|at| at + 1)),
        "ArrowUp" => Action::Go(from(&|at| at.saturating_sub(1))),
        "PageDown" => Action::Go(from(&|at| at + step)),
        "PageUp" => Action::Go(from(&|at| at.saturating_sub(step))),
        "Home" => Action::Go(0),
        "End" => Action::Go(last),
        "Enter" | " " => Action::Open(active?.min(last)),
        "c" => Action::Compare(active?.min(last)),
        "Escape" => Action::Close,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::{Action, action};

    #[test]
    fn keys_walk_within_the_list() {
        let check = |key, active, expected| assert_eq!(action(key, active, 10, 3, 4), expected);
        check("ArrowDown", None, Some(Action::Go(3)));
        check("ArrowDown", Some(9), Some(Action::Go(9)));
        check("ArrowUp", Some(0), Some(Action::Go(0)));
        check("PageDown", Some(5), Some(Action::Go(8)));
        check("PageUp", Some(2), Some(Action::Go(0)));
        check("End", None, Some(Action::Go(9)));
        check("Enter", None, None);
        check("Enter", Some(4), Some(Action::Open(4)));
        check("c", Some(4), Some(Action::Compare(4)));
        check("c", None, None);
        check("x", Some(4), None);
        assert_eq!(action("End", None, 0, 0, 4), None);
    }
}
