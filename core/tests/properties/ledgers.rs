//! Running sums against sums of figures one by one.

use crate::documents::{document, figure_of, figures_in, window};
use paceboard_core::books::Books;
use paceboard_core::model::{ChannelIndex, Metric};
use proptest::prelude::*;

proptest! {
    #[test]
    fn sums_and_gaps_of_any_window_are_those_of_its_figures(
        dataset in document(), window in window(),
    ) {
        let ledger = Books::build(&dataset).unwrap().channels;
        let totals = ledger.window_totals(Metric::Gmv, window);
        prop_assert_eq!(totals.len(), dataset.channels.len());
        for (at, total) in totals.into_iter().enumerate() {
            let channel = ChannelIndex(at as u32);
            let figures = figures_in(&dataset, at, window);
            prop_assert_eq!(total, figures.iter().sum::<i64>());
            prop_assert_eq!(ledger.total(Metric::Gmv, channel, window), total);
            let gaps = ledger.gap_days(Metric::Gmv, channel, window);
            prop_assert_eq!(gaps, window.len() - figures.len());
            let has_figure = ledger.has_figure(Metric::Gmv, channel, window);
            prop_assert_eq!(has_figure, !figures.is_empty());
            let daily: Vec<_> = ledger.daily(Metric::Gmv, channel, window).collect();
            let expected: Vec<_> = window.days().map(|day| figure_of(&dataset, at, day)).collect();
            prop_assert_eq!(daily, expected);
        }
    }

    #[test]
    fn gaps_of_all_channels_are_those_of_each(dataset in document(), window in window()) {
        let ledger = Books::build(&dataset).unwrap().channels;
        let inside = ledger.range(Metric::Gmv).map(|table| table.intersect(window));
        let gaps = ledger.window_gaps(Metric::Gmv, window);
        for channel in dataset.channels.indices() {
            let each = inside.map_or(0, |inside| ledger.gap_days(Metric::Gmv, channel, inside));
            let all = gaps.as_ref().map_or(0, |gaps| usize::from(gaps[channel.at()]));
            prop_assert_eq!(all, each);
        }
    }

    #[test]
    fn partners_are_the_sums_of_their_channels(dataset in document(), window in window()) {
        let books = Books::build(&dataset).unwrap();
        let totals = books.partners.window_totals(Metric::Gmv, window);
        for (partner, total) in totals.into_iter().enumerate() {
            let members = books.directory.members(partner as u32);
            let figures: Vec<i64> = members
                .iter()
                .flat_map(|channel| figures_in(&dataset, *channel as usize, window))
                .collect();
            prop_assert_eq!(total, figures.iter().sum::<i64>());
            let row = ChannelIndex(partner as u32);
            prop_assert_eq!(books.partners.has_figure(Metric::Gmv, row, window), !figures.is_empty());
        }
        let in_partners = (0..3).map(|partner| books.directory.members(partner).len()).sum::<usize>();
        prop_assert_eq!(in_partners, dataset.channels.partner.iter().flatten().count());
    }

    #[test]
    fn rebuilding_a_metric_after_a_block_was_added_is_building_anew(
        dataset in document(), window in window(),
    ) {
        let mut before = dataset.clone();
        before.blocks.pop();
        let rebuilt = Books::build(&before).unwrap().rebuilt(&dataset, &[Metric::Gmv]).unwrap();
        let anew = Books::build(&dataset).unwrap();
        for (one, other) in [(rebuilt.channels, anew.channels), (rebuilt.partners, anew.partners)] {
            prop_assert_eq!(one.range(Metric::Gmv), other.range(Metric::Gmv));
            prop_assert_eq!(
                one.window_totals(Metric::Gmv, window),
                other.window_totals(Metric::Gmv, window)
            );
        }
    }
}
