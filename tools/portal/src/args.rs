//! What the command line says.

use std::path::PathBuf;

/// How to call the program.
pub const USAGE: &str = "usage: paceboard-portal DIST [--port N] [--tokens-live SECONDS] [--test]";

/// What the program was asked to do.
#[derive(Debug, PartialEq, Eq)]
pub struct Args {
    /// The folder with the built files of Paceboard.
    pub dist: PathBuf,
    /// The port on 127.0.0.1; any free one at 0.
    pub port: u16,
    /// How long a token is good for, in seconds.
    pub tokens_live_s: u64,
    /// Whether tests may revoke tokens.
    pub test: bool,
}

impl Args {
    /// Reads the words after the program's name; `None` where they make no sense.
    pub fn parse(mut words: impl Iterator<Item = String>) -> Option<Self> {
        let mut dist = None;
        let mut args = Self {
            dist: PathBuf::new(),
            port: 8080,
            tokens_live_s: 300,
            test: false,
        };
        while let Some(word) = words.next() {
            match word.as_str() {
                "--port" => args.port = words.next()?.parse().ok()?,
                "--tokens-live" => args.tokens_live_s = words.next()?.parse().ok()?,
                "--test" => args.test = true,
                _ if word.starts_with('-') || dist.is_some() => return None,
                _ => dist = Some(PathBuf::from(word)),
            }
        }
        args.dist = dist?;
        Some(args)
    }
}

#[cfg(test)]
mod tests {
    use super::Args;

    fn parse(line: &str) -> Option<Args> {
        Args::parse(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn options_stand_in_any_order() {
        let expected = Args {
            dist: "dist".into(),
            port: 9000,
            tokens_live_s: 2,
            test: true,
        };
        assert_eq!(
            parse("--test dist --port 9000 --tokens-live 2"),
            Some(expected)
        );
        assert_eq!(parse("dist").map(|args| args.tokens_live_s), Some(300));
    }

    #[test]
    fn what_makes_no_sense_is_refused() {
        for line in [
            "",
            "--port 9000",
            "dist --port",
            "dist --port x",
            "dist other",
            "dist --tset",
        ] {
            assert_eq!(parse(line), None, "{line}");
        }
    }
}
