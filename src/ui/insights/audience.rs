//! The audience month by month, and where promised support stands.

use super::table;
use crate::reactive::expect_context;
use crate::state::State;
use crate::ui::live::dynamic;
use crate::ui::parts::localized;
use crate::ui::wording::Wording;
use crate::view::{View, view};
use paceboard_core::format::{format_count, format_month, format_share, format_signed_share};
use paceboard_core::measures::audience::{AudienceMonth, audience as months};
use paceboard_core::measures::support::{Promise, promise};
use paceboard_core::model::{Share, Support};

/// Months that are shown, the latest first.
const MONTHS: usize = 12;

/// Both tables, each where the document tells of it.
pub(super) fn audience() -> View {
    let state = expect_context::<State>();
    view! { {dynamic(move || tables(state).unwrap_or_else(View::empty))} }
}

fn tables(state: State) -> Option<View> {
    let (wording, today) = (Wording::of(state)?, state.today.get()?);
    state.document.with(|document| {
        let dataset = &document.as_ref()?.dataset;
        let daily = dataset.daily.as_ref();
        let audience = daily.map(|daily| audience_table(state, wording, &months(daily, today)));
        let support =
            (!dataset.support.is_empty()).then(|| support_table(state, wording, &dataset.support));
        Some([audience, support].into_iter().flatten().collect())
    })
}

fn audience_table(state: State, wording: Wording, months: &[AudienceMonth]) -> View {
    let texts = state.texts();
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "–".to_owned());
    let row = |month: &AudienceMonth| {
        vec![
            format_month(month.days.from(), wording.lang),
            or_none(month.mean_dau.map(format_count)),
            or_none(month.growth.map(format_signed_share)),
            or_none(month.stickiness.map(format_share)),
        ]
    };
    let heads = [
        texts.insights.audience_month,
        texts.insights.audience_dau,
        texts.insights.audience_growth,
        texts.insights.audience_stickiness,
    ];
    let rows = months.iter().rev().take(MONTHS).map(row).collect();
    table("audience", heads.map(str::to_owned).to_vec(), rows)
}

fn support_table(state: State, wording: Wording, support: &[Support]) -> View {
    let texts = state.texts();
    let heads = [
        texts.insights.support_what,
        texts.insights.support_before,
        texts.insights.support_now,
    ];
    let row = |support: &Support| {
        let [before, now] = stands(state, wording, promise(support.kind));
        let name = localized(wording.lang, &support.name, &support.alias);
        vec![name.to_owned(), before, now]
    };
    let rows = support.iter().map(row).collect();
    table("support", heads.map(str::to_owned).to_vec(), rows)
}

/// What was, or was promised, and what is.
fn stands(state: State, wording: Wording, promise: Promise) -> [String; 2] {
    let texts = state.texts();
    let days = |days: u32| {
        texts
            .insights
            .support_days
            .with([&format_count(i64::from(days))])
    };
    let percent = |bp: u32| format_share(Share::from_basis_points(bp as i32));
    match promise {
        Promise::Fund(fund) => {
            let spent = wording.amount(fund.spent.minor());
            let share = fund.share_spent.map(format_share);
            [
                texts
                    .insights
                    .support_committed
                    .with([&wording.amount(fund.committed.minor())]),
                match share {
                    Some(share) => texts.insights.support_spent.with([&spent, &share]),
                    None => texts.insights.support_spent_plain.with([&spent]),
                },
            ]
        }
        Promise::Duration {
            before_days,
            now_days,
            ..
        } => [days(before_days), days(now_days)],
        Promise::Rate {
            before_bp, now_bp, ..
        } => [percent(before_bp), percent(now_bp)],
    }
}
