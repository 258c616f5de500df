//! The bars of the race. Each runner keeps a lane's elements as long as it is among the leaders, so
//! that the browser glides them to their new places by itself.

use super::{Runner, Standings};
use crate::browser::nodes;
use crate::reactive::{Memo, effect};
use crate::shared::Shared;
use crate::ui::live::live;
use crate::ui::parts::Player;
use crate::view::{HtmlElement, Node, NodeRef, View, view};
use paceboard_core::measures::race::MOST_ROWS;
use std::cell::Cell;

/// The elements of a lane.
struct Lane {
    element: HtmlElement,
    rank: Node,
    name: Node,
    value: Node,
    /// Where it stood last.
    place: Cell<Option<usize>>,
}

/// The bars, redrawn whenever the standings change, how long the longest is and what values count. Only places and
/// lengths are set by program; how they move is the style sheet's business.
pub(super) fn lanes(standings: Memo<Option<Shared<Standings>>>, player: Player) -> View {
    let built: Vec<(View, Option<Lane>)> = (0..MOST_ROWS).map(|_| lane()).collect();
    let (views, lanes): (Vec<View>, Vec<Option<Lane>>) = built.into_iter().unzip();
    let lanes: Vec<Lane> = lanes.into_iter().flatten().collect();
    let mut runners = vec![None; lanes.len()];
    effect(move || {
        standings.with(|standings| {
            let leaders = standings.as_ref().map_or(&[][..], |it| &it.runners);
            assign(&mut runners, leaders);
            for (lane, runner) in lanes.iter().zip(&runners) {
                let place = leaders.iter().position(|it| Some(it.index) == *runner);
                lane.show(place.map(|place| (place, &leaders[place])));
            }
        });
    });
    let scale = move || {
        let most = standings.with(|standings| Some(standings.as_ref()?.most.clone()))?;
        Some(player.state.texts().board.bar_scale.with([&most]))
    };
    let heading = move || standings.with(|standings| Some(standings.as_ref()?.heading.clone()));
    view! {
        <p class="quiet race__scale"><span>{live(scale)}</span><span aria-hidden="true">{live(heading)}</span></p>
        <ol class="race__lanes" aria-hidden="true" data-testid="race-lanes" style:--day=move || format!("{}ms", player.day_ms() as u32)>
            {views}
        </ol>
    }
}

fn lane() -> (View, Option<Lane>) {
    let element = NodeRef::new();
    let [rank, name, value] = [(); 3].map(|()| nodes::text(""));
    let texts = [&rank, &name, &value].map(|node| View::of(node.clone()));
    let [rank_text, name_text, value_text] = texts;
    let view = view! {
        <li class="lane" node_ref=element>
            <span class="lane__rank">{rank_text}</span>
            <bdi class="lane__name">{name_text}</bdi>
            <span class="lane__bar"><i></i></span>
            <span class="lane__value">{value_text}</span>
        </li>
    };
    let element: Option<HtmlElement> = element.get_untracked();
    let lane = element.map(|element| Lane {
        element,
        rank,
        name,
        value,
        place: Cell::new(None),
    });
    (view, lane)
}

impl Lane {
    /// Shows a runner at that place, counted from 0; or nobody.
    fn show(&self, runner: Option<(usize, &Runner)>) {
        let hidden = runner.is_none().then_some("");
        nodes::set_attribute(&self.element, "hidden", hidden);
        let before = self.place.replace(runner.map(|(place, _)| place));
        let Some((place, runner)) = runner else {
            return;
        };
        let climbs = before.is_some_and(|before| place < before).then_some("");
        nodes::set_attribute(&self.element, "data-climbs", climbs);
        let sign = (runner.length_bp < 0).then_some("minus");
        nodes::set_attribute(&self.element, "data-sign", sign);
        nodes::set_style(&self.element, "--place", Some(&place.to_string()));
        let length = runner.length_bp.abs().to_string();
        nodes::set_style(&self.element, "--length", Some(&length));
        for (node, text) in [
            (&self.rank, &runner.rank),
            (&self.name, &runner.name),
            (&self.value, &runner.value),
        ] {
            if node.text_content().as_ref() != Some(text) {
                node.set_text_content(Some(text));
            }
        }
    }
}

/// Which runner each lane shows: who was there keeps its lane, who is new takes a free one.
fn assign(lanes: &mut [Option<u32>], leaders: &[Runner]) {
    let leads = |index: u32| leaders.iter().any(|leader| leader.index == index);
    for lane in lanes.iter_mut() {
        *lane = lane.filter(|index| leads(*index));
    }
    for leader in leaders {
        if lanes.contains(&Some(leader.index)) {
            continue;
        }
        if let Some(free) = lanes.iter_mut().find(|lane| lane.is_none()) {
            *free = Some(leader.index);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{Runner, assign};

    #[test]
    fn who_stays_keeps_its_lane_and_who_comes_takes_a_free_one() {
        let mut lanes = [None; 3];
        let check = |lanes: &mut [Option<u32>; 3], leaders: &[u32], expected: [Option<u32>; 3]| {
            let runner = |index: &u32| Runner {
                index: *index,
                rank: String::new(),
                name: String::new(),
                value: String::new(),
                length_bp: 0,
            };
            assign(lanes, &leaders.iter().map(runner).collect::<Vec<_>>());
            assert_eq!(*lanes, expected);
        };
        check(&mut lanes, &[7, 8], [Some(7), Some(8), None]);
        check(&mut lanes, &[8, 7, 9], [Some(7), Some(8), Some(9)]);
        check(&mut lanes, &[5, 9, 8], [Some(5), Some(8), Some(9)]);
        check(&mut lanes, &[9], [None, None, Some(9)]);
    }
}
