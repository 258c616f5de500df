//! The query string of the URL. Defaults are left out, unknown names and values are ignored, and
//! decoding what was encoded gives the same query.

mod pairs;

use super::compare::comparable;
use super::{
    Against, Assume, Chart, Column, Columns, CompareAs, Entity, Feed, Filter, Focus, Plan, Preset,
    Query, Race, Section, Sections, Sort, SortKey, Status, Theme, Window,
};
use crate::model::{Day, DayRange, Id, Lang, Metric, ProgressRange};
use pairs::{Encoder, list, unescape};

/// Prefix of a festival's window, such as `festival:double-11`.
const FESTIVAL: &str = "festival:";
/// Prefix of a focused partner, such as `partner:p001`.
const PARTNER: &str = "partner:";
/// Stands for no column at all, which is not the same as leaving it to the width.
const NO_COLUMN: &str = "none";

/// Writes the query without a leading `?`; empty when all is default.
pub fn encode(query: &Query) -> String {
    let default = Query::default();
    let mut url = Encoder::default();
    url.put_if(query.entity != default.entity, "board", "partners");
    url.put_if(
        query.window != default.window,
        "window",
        &window_text(&query.window),
    );
    url.put_option("metric", query.metric.map(Metric::name));
    encode_filter(&query.filter, &mut url);
    url.put_if(query.sort != default.sort, "sort", &sort_text(query.sort));
    url.put_option("focus", query.focus.as_ref().map(focus_text).as_deref());
    url.put_option("as_of", query.as_of.map(|day| day.to_string()).as_deref());
    url.put_if(query.against != default.against, "against", "last-year");
    url.put_if(query.plan != default.plan, "plan", "linear");
    url.put_option("lang", query.lang.map(Lang::name));
    url.put_option("currency", query.currency.as_deref());
    url.put_option("theme", query.theme.map(Theme::name));
    url.put_if(query.chart != default.chart, "chart", "daily");
    url.put_if(query.feed != default.feed, "feed", query.feed.name());
    let compared: Vec<String> = query.compare.iter().map(focus_text).collect();
    url.put_list("compare", compared.iter().map(String::as_str));
    url.put_option("compare_as", query.compare_as.map(CompareAs::name));
    url.put_option("race", query.race.map(race_text).as_deref());
    url.put_if(query.wall, "wall", "1");
    encode_assumed(&query.assume, &mut url);
    if let Some(hidden) = query.hidden {
        url.put_if(hidden == Columns::default(), "hide", NO_COLUMN);
        url.put_list("hide", hidden.names());
    }
    let open = Section::ALL.into_iter();
    let open = open.filter(|section| query.open.has(*section));
    url.put_list("open", open.map(Section::name));
    url.put_option("source", query.source.as_deref());
    url.text
}

fn encode_assumed(assume: &Assume, url: &mut Encoder) {
    let none = Assume::default();
    let goal = assume.goal_bp.to_string();
    url.put_if(assume.goal_bp != none.goal_bp, "assume_goal", &goal);
    let target = assume.target.map(|target| target.to_string());
    url.put_option("assume_target", target.as_deref());
    let growth = assume.growth_bp.to_string();
    url.put_if(assume.growth_bp != none.growth_bp, "assume_growth", &growth);
    let only = assume.growth_of.as_ref();
    url.put_option("assume_growth_of", only.map(Id::as_str));
}

fn encode_filter(filter: &Filter, url: &mut Encoder) {
    url.put_list("category", filter.category.iter().map(Id::as_str));
    url.put_list("partner", filter.partner.iter().map(Id::as_str));
    url.put_list("province", filter.province.iter().map(String::as_str));
    url.put_list("status", filter.status.iter().map(|status| status.name()));
    let progress = filter.progress.map(|range| range.to_string());
    url.put_option("progress", progress.as_deref());
    url.put_if(!filter.text.is_empty(), "q", &filter.text);
}

/// Reads a query string, with or without a leading `?`. What it does not understand it leaves at
/// its default; of a name given twice the later wins.
pub fn decode(text: &str) -> Query {
    let mut query = Query::default();
    for pair in text.strip_prefix('?').unwrap_or(text).split('&') {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        apply(&mut query, name, value);
    }
    query
}

fn apply(query: &mut Query, name: &str, raw: &str) {
    let value = unescape(raw);
    match name {
        "board" => query.entity = entity_of(&value),
        "window" => query.window = window_of(&value).unwrap_or(Query::default().window),
        "metric" => query.metric = Metric::from_name(&value),
        "category" => query.filter.category = list(raw, |id| Id::new(id).ok()),
        "partner" => query.filter.partner = list(raw, |id| Id::new(id).ok()),
        "province" => query.filter.province = list(raw, |name| Some(name.to_owned())),
        "status" => query.filter.status = list(raw, Status::from_name),
        "progress" => query.filter.progress = ProgressRange::parse(&value),
        "q" => query.filter.text = value,
        "sort" => query.sort = sort_of(&value).unwrap_or_default(),
        "focus" => query.focus = focus_of(&value),
        "as_of" => query.as_of = Day::parse(&value).ok(),
        "against" => query.against = against_of(&value),
        "plan" => query.plan = plan_of(&value),
        "lang" => query.lang = Lang::from_name(&value),
        "currency" => query.currency = is_currency_code(&value).then_some(value),
        "theme" => query.theme = theme_of(&value),
        "chart" => query.chart = chart_of(&value),
        "feed" => query.feed = Feed::from_name(&value).unwrap_or_default(),
        "compare" => {
            (query.compare, query.compare_left_out) = comparable(list(raw, focus_of));
        }
        "compare_as" => query.compare_as = CompareAs::from_name(&value),
        "race" => query.race = race_of(&value),
        "wall" => query.wall = value == "1",
        "assume_goal" => query.assume.set_goal_bp(value.parse().ok()),
        "assume_target" => query.assume.set_target(value.parse().ok()),
        "assume_growth" => query.assume.set_growth_bp(value.parse().ok()),
        "assume_growth_of" => query.assume.growth_of = Id::new(&value).ok(),
        "hide" => query.hidden = hidden_of(raw),
        "open" => query.open = Sections::of(&list(raw, Section::from_name)),
        "source" => query.source = (!value.is_empty()).then_some(value),
        _ => {}
    }
}

fn entity_of(text: &str) -> Entity {
    match text {
        "partners" => Entity::Partners,
        _ => Entity::Channels,
    }
}

fn against_of(text: &str) -> Against {
    match text {
        "last-year" => Against::LastYear,
        _ => Against::Previous,
    }
}

fn plan_of(text: &str) -> Plan {
    match text {
        "linear" => Plan::Linear,
        _ => Plan::Seasonal,
    }
}

fn chart_of(text: &str) -> Chart {
    match text {
        "daily" => Chart::Daily,
        _ => Chart::Cumulative,
    }
}

/// A window as the address names it, such as `ytd` or `2021-06-01..2021-07-01`.
pub fn window_text(window: &Window) -> String {
    match window {
        Window::Preset(preset) => preset.name().to_owned(),
        Window::Festival(kind) => format!("{FESTIVAL}{kind}"),
        Window::Custom(range) => range.to_string(),
    }
}

fn window_of(text: &str) -> Option<Window> {
    if let Some(kind) = text.strip_prefix(FESTIVAL) {
        return Id::new(kind).ok().map(Window::Festival);
    }
    if let Some((from, to)) = text.split_once("..") {
        let (from, to) = (Day::parse(from).ok()?, Day::parse(to).ok()?);
        return (from < to).then(|| Window::Custom(DayRange::new(from, to)));
    }
    Preset::from_name(text).map(Window::Preset)
}

fn sort_name(key: SortKey) -> &'static str {
    match key {
        SortKey::Value => "value",
        SortKey::Name => "name",
        SortKey::Partner => "partner",
        SortKey::Change => "change",
        SortKey::Progress => "progress",
        SortKey::Pace => "pace",
        SortKey::Reach => "reach",
        SortKey::Gap => "gap",
        SortKey::Status => "status",
    }
}

fn sort_text(sort: Sort) -> String {
    format!(
        "{}{}",
        if sort.descending { "-" } else { "" },
        sort_name(sort.key)
    )
}

/// A metric's name also sorts by value, so that `sort=-gmv` reads as it is meant.
fn sort_of(text: &str) -> Option<Sort> {
    let (name, descending) = text
        .strip_prefix('-')
        .map_or((text, false), |name| (name, true));
    let by_name = SortKey::ALL.into_iter().find(|key| sort_name(*key) == name);
    let key = by_name.or_else(|| Metric::from_name(name).map(|_| SortKey::Value))?;
    Some(Sort { key, descending })
}

fn race_text(race: Race) -> String {
    match race {
        Race::Start => "1".to_owned(),
        Race::Day(day) => day.to_string(),
    }
}

fn race_of(text: &str) -> Option<Race> {
    let day = Day::parse(text).ok().map(Race::Day);
    (text == "1").then_some(Race::Start).or(day)
}

fn hidden_of(raw: &str) -> Option<Columns> {
    let columns = list(raw, Column::optional);
    (raw == NO_COLUMN || !columns.is_empty()).then(|| Columns::of(columns))
}

fn focus_text(focus: &Focus) -> String {
    match focus {
        Focus::Channel(id) => id.to_string(),
        Focus::Partner(id) => format!("{PARTNER}{id}"),
    }
}

fn focus_of(text: &str) -> Option<Focus> {
    match text.strip_prefix(PARTNER) {
        Some(id) => Id::new(id).ok().map(Focus::Partner),
        None => Id::new(text).ok().map(Focus::Channel),
    }
}

fn theme_of(text: &str) -> Option<Theme> {
    [Theme::Light, Theme::Dark]
        .into_iter()
        .find(|theme| theme.name() == text)
}

fn is_currency_code(text: &str) -> bool {
    text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())
}

#[cfg(test)]
mod tests {
    use super::{Column, Lang, Metric, Section, Status, Theme, decode, encode};
    use crate::query::Query;

    #[test]
    fn the_default_is_empty_and_back() {
        assert_eq!(encode(&Query::default()), "");
        assert_eq!(decode(""), Query::default());
        assert_eq!(
            decode("?unknown=1&window=soon&sort=colour"),
            Query::default()
        );
    }

    #[test]
    fn a_full_query_survives() {
        let text = "board=partners&window=2021-06-01..2021-07-01&metric=net&category=beauty,food\
                    &partner=p001&province=%E6%B5%99%E6%B1%9F&status=on-pace,behind&progress=40..80&q=a%20b%2Cc\
                    &sort=-pace&focus=partner:p001&as_of=2021-11-11&against=last-year&plan=linear\
                    &lang=en&currency=USD&theme=dark&chart=daily&feed=improved\
                    &compare=partner:p001,partner:p002&compare_as=indexed&race=2021-08-03&wall=1&assume_growth=2000\
                    &assume_growth_of=c0001&hide=trend,gap&open=distribution,queue,basis,year&source=data/x.json";
        assert_eq!(encode(&decode(text)), text);
    }

    #[test]
    fn what_is_compared_is_of_one_kind_and_no_more_than_six() {
        let compared = |text: &str| encode(&decode(text));
        assert_eq!(compared("compare=a,partner:b,c,a"), "compare=a,c");
        assert_eq!(
            compared("compare=a,b,c,d,e,f,g&compare_as=soon&wall=2"),
            "compare=a,b,c,d,e,f"
        );
        let left_out = |text: &str| decode(text).compare_left_out;
        assert_eq!(left_out("compare=a,partner:b,c,a"), 1);
        assert_eq!(left_out("compare=partner:a,b,c,d,e,f,g,h"), 7);
        assert_eq!(left_out("compare=a,b,c,d,e,f,g,h"), 2);
    }

    #[test]
    fn no_hidden_column_is_not_the_same_as_none_chosen() {
        let hidden = |text: &str| decode(text).hidden.map(|it| it.names().collect::<Vec<_>>());
        assert_eq!(hidden("hide=none"), Some(vec![]));
        assert_eq!(
            hidden("hide=gap,trend,name,soon"),
            Some(vec!["trend", "gap"])
        );
        assert_eq!(hidden("hide=name"), None);
        assert_eq!(encode(&decode("hide=none&race=1")), "race=1&hide=none");
        assert_eq!(encode(&decode("race=soon&hide=")), "");
    }

    #[test]
    fn targets_out_of_range_are_not_assumed() {
        for text in [
            "assume_target=0",
            "assume_target=4294967295",
            "assume_target=-1",
        ] {
            assert_eq!(decode(text), Query::default());
        }
        assert_eq!(encode(&decode("assume_target=2000")), "assume_target=2000");
    }

    #[test]
    fn names_of_metrics_sort_by_value() {
        assert_eq!(decode("sort=-gmv"), Query::default());
        assert_eq!(encode(&decode("sort=gmv")), "sort=value");
    }

    #[test]
    fn the_readme_names_every_value() {
        let readme = include_str!("../../../README.md");
        let names = [
            Section::ALL.map(Section::name).to_vec(),
            Column::OPTIONAL.map(Column::name).to_vec(),
            Status::ALL.map(Status::name).to_vec(),
            Metric::ALL.map(Metric::name).to_vec(),
            vec![Lang::Zh.name(), Lang::En.name()],
            vec![Theme::Light.name(), Theme::Dark.name()],
        ];
        for name in names.concat() {
            let quoted = format!("`{name}`");
            assert!(readme.contains(&quoted), "{quoted}");
        }
    }
}
