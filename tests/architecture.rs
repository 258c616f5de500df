//! Who may import whom: the rule of ARCHITECTURE.md, read off the sources.

// A test that cannot go on says so by a panic.
#![allow(clippy::unwrap_used)]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Modules of the core that a module of the app must not name.
const HIDDEN_FROM: &[(&str, &str)] = &[
    ("ui", "contract"),
    ("chart", "contract"),
    ("browser", "contract"),
];

/// Where web-sys may be named.
const WEB_SYS: &[&str] = &[
    "src/browser",
    "src/data",
    "src/embed",
    "src/view",
    "src/chart/canvas",
    "src/chart/palette",
];

/// What the core may depend on, and nothing that knows the web or a clock.
const CORE_DEPENDENCIES: &[&str] = &[
    "paceboard-figures",
    "serde",
    "serde_json",
    "thiserror",
    "time",
];

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn rust_files(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(rust_files(&path));
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
    files
}

/// The module directly below `folder` that a file belongs to.
fn module_of(folder: &Path, file: &Path) -> String {
    let first = file
        .strip_prefix(folder)
        .unwrap()
        .components()
        .next()
        .unwrap();
    let name = first.as_os_str().to_string_lossy();
    name.trim_end_matches(".rs").to_owned()
}

/// The source without line comments and without its unit tests, which may name anything.
fn code(file: &Path) -> String {
    let text = fs::read_to_string(file).unwrap();
    let text = text
        .split("#[cfg(test)]\nmod tests {")
        .next()
        .unwrap()
        .to_owned();
    let lines = text
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    lines.collect::<Vec<_>>().join("\n")
}

/// All names that follow `prefix::` in the code, those in braces included.
fn names_after(code: &str, prefix: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    for (at, _) in code.match_indices(prefix) {
        let rest = &code[at + prefix.len()..];
        match rest.strip_prefix('{') {
            Some(group) => names.extend(group_heads(group)),
            None => names.extend(head(rest)),
        }
    }
    names
}

fn head(text: &str) -> Option<String> {
    let name: String = text
        .chars()
        .take_while(|c| c.is_alphanumeric() || *c == '_')
        .collect();
    (!name.is_empty()).then_some(name)
}

/// The first names of the entries of a `{…}` group, whose opening brace has been taken.
fn group_heads(group: &str) -> Vec<String> {
    let mut depth = 0;
    let mut heads = Vec::new();
    let mut entry = String::new();
    for c in group.chars() {
        match c {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => heads.extend(head(std::mem::take(&mut entry).trim())),
            _ if depth == 0 => entry.push(c),
            _ => {}
        }
    }
    heads.extend(head(entry.trim()));
    heads
}

/// The rules of one table of ARCHITECTURE.md: each module under the line that begins with
/// `heading`, and the modules beside it that it may name.
fn rules(heading: &str) -> BTreeMap<String, BTreeSet<String>> {
    let text = fs::read_to_string(root().join("ARCHITECTURE.md")).unwrap();
    let lines = text
        .lines()
        .skip_while(|line| !line.starts_with(heading))
        .skip_while(|line| !line.starts_with("| `"));
    let rows = lines.take_while(|line| line.starts_with("| `"));
    rows.map(|row| {
        let mut names = row.split('`').skip(1).step_by(2).map(str::to_owned);
        (names.next().unwrap(), names.collect())
    })
    .collect()
}

fn check(folder: &str, heading: &str) {
    let rules = rules(heading);
    let folder = root().join(folder);
    let mut seen = BTreeSet::new();
    for file in rust_files(&folder) {
        let module = module_of(&folder, &file);
        if module == "lib" || module == "main" {
            continue;
        }
        let allowed = rules.get(&module);
        let allowed = allowed.unwrap_or_else(|| panic!("no rule for {module}"));
        for name in names_after(&code(&file), "crate::") {
            let fits = name == module || allowed.contains(&name);
            assert!(
                !rules.contains_key(&name) || fits,
                "{} names {name}; {module} may name {allowed:?}",
                file.display()
            );
        }
        seen.insert(module);
    }
    let with_a_rule: BTreeSet<String> = rules.into_keys().collect();
    assert_eq!(with_a_rule, seen, "rules under {heading:?}, and modules");
}

#[test]
fn the_core_imports_one_way() {
    check("core/src", "In `core/src`");
}

#[test]
fn the_app_imports_one_way() {
    check("src", "In `src`");
}

#[test]
fn views_know_nothing_of_the_contract() {
    let folder = root().join("src");
    for file in rust_files(&folder) {
        let module = module_of(&folder, &file);
        for (_, hidden) in HIDDEN_FROM.iter().filter(|(name, _)| *name == module) {
            let named = names_after(&code(&file), "paceboard_core::");
            assert!(
                !named.contains(*hidden),
                "{} names paceboard_core::{hidden}",
                file.display()
            );
        }
    }
}

#[test]
fn web_sys_stays_at_the_edge() {
    for file in rust_files(&root().join("src")) {
        let path = file
            .strip_prefix(root())
            .unwrap()
            .to_string_lossy()
            .replace('\\', "/");
        let at_the_edge = WEB_SYS.iter().any(|edge| path.starts_with(edge));
        assert!(
            at_the_edge || !code(&file).contains("web_sys::"),
            "{path} names web_sys"
        );
    }
}

#[test]
fn the_core_depends_on_little() {
    let output = Command::new(env!("CARGO"))
        .args([
            "tree",
            "--offline",
            "--locked",
            "-p",
            "paceboard-core",
            "-e",
            "normal",
            "--depth",
            "1",
        ])
        .args(["--prefix", "none"])
        .current_dir(root())
        .output()
        .unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    let found: BTreeSet<&str> = tree
        .lines()
        .skip(1)
        .filter_map(|line| line.split(' ').next())
        .collect();
    assert_eq!(
        found,
        CORE_DEPENDENCIES.iter().copied().collect(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
}

#[test]
fn the_reader_of_imports_reads_groups() {
    let names = names_after(
        "use crate::{ledger::{Ledger, table}, model::Day,\n query}; crate::pace::x()",
        "crate::",
    );
    assert_eq!(
        names.into_iter().collect::<Vec<_>>(),
        ["ledger", "model", "pace", "query"]
    );
}
