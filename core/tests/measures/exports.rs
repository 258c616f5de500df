//! What is exported can be read again by the project's own reader of CSV.

use paceboard_core::contract::csv::{CsvSettings, parse_csv};
use paceboard_core::export::{Cells, Column, csv};
use paceboard_core::model::{Currency, Metric};
use proptest::prelude::*;

fn without_unit(name: &str, currency: &Currency, cells: Vec<Option<i64>>) -> Column {
    Column {
        unit: String::new(),
        ..Column::money(name, currency, cells)
    }
}

proptest! {
    #[test]
    fn an_export_comes_back(rows in prop::collection::vec(
        ("[-=+@',\"a-z直播0-9]{1,12}", 0..1_000_000_i64, prop::option::of(-1_000..1_000_i64)), 1..20)
    ) {
        let currency = Currency { code: "CNY".into(), scale: 2, display: Vec::new() };
        let text = |cell: &dyn Fn(usize) -> String| (0..rows.len()).map(cell).collect::<Vec<_>>();
        let table = [
            Column::text("date", text(&|_| "2021-04-01".to_owned())),
            Column::text("channel", text(&|row| format!("-c{row}"))),
            Column::text("channel_name", text(&|row| rows[row].0.clone())),
            without_unit("gmv", &currency, rows.iter().map(|row| Some(row.1)).collect()),
            without_unit("net", &currency, rows.iter().map(|row| row.2).collect()),
            Column { name: "extra, \"column\"".into(), unit: "%".into(), cells: Cells::Text(Vec::new()) },
        ];
        let parsed = parse_csv(csv(&table).as_bytes(), &CsvSettings::default()).unwrap();
        let channels = &parsed.dataset.channels;
        let cells = |metric: Metric| {
            let found = parsed.dataset.blocks[0].metrics.iter().find(|(name, _)| *name == metric);
            found.unwrap().1.values.clone()
        };
        prop_assert_eq!(channels.len(), rows.len());
        for (at, (name, gmv, net)) in rows.iter().enumerate() {
            prop_assert_eq!(channels.id[at].as_str(), format!("-c{at}"));
            prop_assert_eq!(&channels.name[at], name);
            prop_assert_eq!(cells(Metric::Gmv)[at], *gmv);
            prop_assert_eq!(cells(Metric::Net)[at], net.unwrap_or(crate::common::GAP));
        }
    }
}
