//! The documents: the contract's rules, and the same bytes everywhere.

use std::{env, fs, process, sync::LazyLock};

use serde_json::Value;

use super::{ROSTER, SALES};
use crate::{File, documents, roster::CHANNELS, tables::WHOLE_YEAR};

/// How each file's name begins, and the SHA-256 of what is in it.
const HASHES: [(&str, &str); 7] = [
    (
        "sample.2020.gmv",
        "fafd873ee0c44cc2a861194118a58b3b0ee3103aef809d6716698cdde343abcd",
    ),
    (
        "sample.2021.net",
        "5f33df799144ce72835c7c8a452a7ff3f26bc2c8aa27a803a4204ea9ab39cda4",
    ),
    (
        "sample.2021.orders",
        "c67d6b79a9cf02a7bea5d8d6ba306c0e76c8df626c6a5b8a10a7bd99a1a96bf1",
    ),
    (
        "sample.2021.viewers",
        "fc6e33c3d56cc58dd30868c8e2fa4210ebfd09e72484812ea72ebdd8ef05bc51",
    ),
    (
        "sample.2021.minutes",
        "d41b6efb290eeea5f6bd263965fcdba2ab4e8559f2842289a9bc0bfed358a4d6",
    ),
    (
        "sample.2020.net",
        "df4fd0e9b5251b1798a0b3ca28e8104bd8d755229aba89bd627a08bbff75b01f",
    ),
    (
        "sample",
        "22ff4f792e573b6076ed92ea6c9033f3f02e11c8e7263495b477d8fa76638b67",
    ),
];

/// The files in their order, each with the SHA-256 of its bytes.
static FILES: LazyLock<Vec<(File, String)>> = LazyLock::new(|| {
    let files = documents::files(&ROSTER, &SALES);
    let hashed = |file: File| (documents::sha256(&file.bytes), file);
    files
        .into_iter()
        .map(hashed)
        .map(|(hash, file)| (file, hash))
        .collect()
});
static PARSED: LazyLock<Vec<Value>> = LazyLock::new(|| {
    FILES
        .iter()
        .map(|(file, _)| serde_json::from_slice(&file.bytes).unwrap())
        .collect()
});

fn main_document() -> &'static Value {
    PARSED.last().unwrap()
}

/// The rows of a part, or of the main document's series.
fn rows(document: &'static Value, metric: &str) -> Vec<Vec<Option<i64>>> {
    let numbers = |row: &Value| row.as_array().unwrap().iter().map(Value::as_i64).collect();
    document["series"][metric]
        .as_array()
        .unwrap()
        .iter()
        .map(numbers)
        .collect()
}

#[test]
fn same_bytes_on_every_machine() {
    let actual: Vec<(&str, &str)> = FILES
        .iter()
        .map(|(file, hash)| {
            (
                file.name.rsplitn(3, '.').last().unwrap_or(""),
                hash.as_str(),
            )
        })
        .collect();
    assert_eq!(
        actual, HASHES,
        "after a wanted change, take the new hashes from here"
    );
}

#[test]
fn parts_are_what_the_main_document_says() {
    let parts = main_document()["parts"].as_array().unwrap();
    assert_eq!(parts.len(), FILES.len() - 1);
    for ((part, (file, hash)), content) in parts.iter().zip(FILES.iter()).zip(PARSED.iter()) {
        assert_eq!(part["href"], file.name.as_str());
        assert!(documents::is_part_name(&file.name));
        assert_eq!(part["bytes"], file.bytes.len());
        assert!(file.bytes.len() <= 16 << 20);
        assert_eq!(part["sha256"], hash.as_str());
        assert_eq!(part["channels"], content["channels"]);
        assert_eq!(
            (&part["first_day"], &part["days"]),
            (&content["series"]["first_day"], &content["series"]["days"])
        );
    }
    assert!(!documents::is_part_name("sample.sales.json"));
    assert!(!documents::is_part_name("sample.2020.gmv.json"));
}

#[test]
fn blocks_have_the_declared_shape() {
    for document in PARSED.iter() {
        let series = document["series"].as_object().unwrap();
        let days = series["days"].as_u64().unwrap() as usize;
        for metric in series
            .keys()
            .filter(|key| !["first_day", "days"].contains(&key.as_str()))
        {
            let rows = rows(document, metric);
            assert_eq!(rows.len(), CHANNELS);
            assert!(rows.iter().all(|row| row.len() == days));
            assert!(
                rows.into_iter()
                    .flatten()
                    .flatten()
                    .all(|amount| amount >= 0)
            );
        }
    }
    let channels = main_document()["channels"].as_object().unwrap();
    assert!(
        channels
            .values()
            .all(|column| column.as_array().unwrap().len() == CHANNELS)
    );
    assert_eq!(
        main_document()["daily"]["dau"].as_array().unwrap().len(),
        731
    );
    assert_eq!(
        main_document()["daily"]["mau"].as_array().unwrap().len(),
        731
    );
}

#[test]
fn refunds_leave_about_four_fifths() {
    let check = |gmv: Vec<Vec<Option<i64>>>, net: Vec<Vec<Option<i64>>>| {
        let pairs = || gmv.iter().flatten().zip(net.iter().flatten());
        assert!(pairs().all(|(gmv, net)| gmv.is_some() == net.is_some() && net <= gmv));
        let sum = |days: &[Vec<Option<i64>>]| days.iter().flatten().flatten().sum::<i64>() as f64;
        let kept = sum(&net) / sum(&gmv);
        assert!((0.81..0.83).contains(&kept), "{kept}");
    };
    check(rows(main_document(), "gmv"), rows(&PARSED[1], "net"));
    check(rows(&PARSED[0], "gmv"), rows(&PARSED[5], "net"));
}

#[test]
fn curves_and_totals_follow_from_the_series() {
    let curves = &main_document()["curves"];
    let whole = |row: &Value| {
        let days: Vec<i64> = row
            .as_array()
            .unwrap()
            .iter()
            .map(|day| day.as_i64().unwrap())
            .collect();
        assert_eq!((days.len(), days.iter().sum::<i64>()), (365, WHOLE_YEAR));
    };
    whole(&curves["programme"]);
    curves["categories"]
        .as_array()
        .unwrap()
        .iter()
        .for_each(whole);

    let check = |name: &str, expected: Vec<Option<i64>>| {
        let column = main_document()["totals"][name].as_array().unwrap();
        assert!(column.iter().map(Value::as_i64).eq(expected), "{name}");
    };
    let sum = |rows: Vec<Vec<Option<i64>>>, from: usize| -> Vec<Option<i64>> {
        let row_sum =
            |row: &Vec<Option<i64>>| row[from..].iter().flatten().copied().reduce(|a, b| a + b);
        rows.iter().map(row_sum).collect()
    };
    check("to_date", sum(rows(main_document(), "gmv"), 0));
    check("last_28", sum(rows(main_document(), "gmv"), 275 - 28));
    check("last_year", sum(rows(&PARSED[0], "gmv"), 0));
}

#[test]
fn users_double_in_2020() {
    let dau = main_document()["daily"]["dau"].as_array().unwrap();
    let month = |from: usize| {
        dau[from..from + 28]
            .iter()
            .map(|day| day.as_f64().unwrap())
            .sum::<f64>()
    };
    let growth = month(366) / month(0);
    assert!((1.9..2.1).contains(&growth), "{growth}");
}

#[test]
fn writing_replaces_old_parts_and_nothing_else() {
    let folder = env::temp_dir().join(format!("paceboard-sample-{}", process::id()));
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("sample.2019.gmv.0123456789abcdef.json"), "old").unwrap();
    fs::write(folder.join("sample.notes.json"), "mine").unwrap();
    let file = File {
        name: "sample.2020.gmv.fedcba9876543210.json".to_owned(),
        bytes: b"new".to_vec(),
    };
    crate::write(&folder, &[file]).unwrap();
    let mut names: Vec<String> = fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    names.sort_unstable();
    fs::remove_dir_all(&folder).unwrap();
    assert_eq!(
        names,
        ["sample.2020.gmv.fedcba9876543210.json", "sample.notes.json"]
    );
}
