//! Any query survives the URL.

use paceboard_core::model::{Day, DayRange, Id, Lang, Metric, ProgressRange};
use paceboard_core::query::{
    Against, Assume, Chart, Column, Columns, CompareAs, Entity, Feed, Filter, Focus, MOST_TARGET,
    Plan, Preset, Query, Race, Section, Sections, Sort, SortKey, Status, Theme, Window, decode,
    encode,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

fn id() -> impl Strategy<Value = Id> {
    "[A-Za-z0-9._~-]{1,64}".prop_map(|text| Id::new(&text).unwrap())
}

fn day() -> impl Strategy<Value = Day> {
    (-700_000_i32..2_900_000).prop_map(|number| Day::parse("1970-01-01").unwrap().plus(number))
}

fn window() -> impl Strategy<Value = Window> {
    let range = (day(), 1_u32..2000).prop_map(|(from, days)| DayRange::starting(from, days));
    prop_oneof![
        select(&Preset::ALL[..]).prop_map(Window::Preset),
        id().prop_map(Window::Festival),
        range.prop_map(Window::Custom),
    ]
}

/// A list without repetitions, as a list of choices is.
fn choices<T: PartialEq + std::fmt::Debug>(
    choice: impl Strategy<Value = T>,
) -> impl Strategy<Value = Vec<T>> {
    vec(choice, 0..4).prop_map(|all| {
        let mut different = Vec::new();
        for choice in all {
            if !different.contains(&choice) {
                different.push(choice);
            }
        }
        different
    })
}

fn filter() -> impl Strategy<Value = Filter> {
    (
        choices(id()),
        choices(id()),
        choices("\\PC{1,8}|[,&=%+ #?]{1,3}"),
        choices(select(&Status::ALL[..])),
        (option::of(any::<i32>()), option::of(any::<i32>())),
        any::<String>(),
    )
        .prop_map(
            |(category, partner, province, status, (from, to), text)| Filter {
                category,
                partner,
                province,
                status,
                progress: ProgressRange::new(from, to),
                text,
            },
        )
}

fn view() -> impl Strategy<Value = Query> {
    let sort = (select(&SortKey::ALL[..]), any::<bool>())
        .prop_map(|(key, descending)| Sort { key, descending });
    let focus = prop_oneof![id().prop_map(Focus::Channel), id().prop_map(Focus::Partner)];
    (
        select(&[Entity::Channels, Entity::Partners][..]),
        window(),
        option::of(select(&Metric::ALL[..])),
        filter(),
        sort,
        option::of(focus),
        option::of(day()),
        select(&[Against::Previous, Against::LastYear][..]),
        select(&[Plan::Seasonal, Plan::Linear][..]),
        select(&[Chart::Cumulative, Chart::Daily][..]),
    )
        .prop_map(
            |(entity, window, metric, filter, sort, focus, as_of, against, plan, chart)| Query {
                entity,
                window,
                metric,
                filter,
                sort,
                focus,
                as_of,
                against,
                plan,
                chart,
                ..Query::default()
            },
        )
}

/// Rows of one kind, without repetitions.
fn compared() -> impl Strategy<Value = Vec<Focus>> {
    (choices(id()), any::<bool>()).prop_map(|(ids, partners)| {
        let kind = if partners {
            Focus::Partner
        } else {
            Focus::Channel
        };
        ids.into_iter().map(kind).collect()
    })
}

fn query() -> impl Strategy<Value = Query> {
    (
        view(),
        option::of(select(&Lang::ALL[..])),
        option::of("[A-Z]{3}"),
        option::of(select(&[Theme::Light, Theme::Dark][..])),
        option::of("\\PC{1,20}"),
        select(&Feed::ALL[..]),
        (
            1..=1_000_000_u32,
            option::of(1..=MOST_TARGET),
            -10_000..=1_000_000_i32,
            option::of(id()),
            choices(select(&Section::ALL[..])),
        ),
        (
            compared(),
            option::of(select(&CompareAs::ALL[..])),
            option::of(prop_oneof![Just(Race::Start), day().prop_map(Race::Day)]),
            any::<bool>(),
            option::of(choices(select(&Column::OPTIONAL[..])).prop_map(Columns::of)),
        ),
    )
        .prop_map(
            |(
                view,
                lang,
                currency,
                theme,
                source,
                feed,
                (goal_bp, target, growth_bp, growth_of, open),
                (compare, compare_as, race, wall, hidden),
            )| Query {
                compare,
                compare_as,
                race,
                wall,
                hidden,
                feed,
                assume: Assume {
                    goal_bp,
                    target,
                    growth_bp,
                    growth_of,
                },
                open: Sections::of(&open),
                lang,
                currency,
                theme,
                source,
                ..view
            },
        )
}

proptest! {
    #[test]
    fn what_was_encoded_decodes_to_the_same_query(query in query()) {
        let text = encode(&query);
        prop_assert!(text.is_ascii());
        prop_assert_eq!(decode(&text), query);
    }

    #[test]
    fn any_text_decodes_to_a_query_that_survives(text in "[a-z_]{1,8}=\\PC{0,20}|.{0,60}") {
        let query = decode(&text);
        prop_assert_eq!(decode(&encode(&query)), query);
    }
}
