//! What the server holds while it runs.

use crate::figures::{Figures, FiguresError};
use crate::merchants::MERCHANTS;
use crate::scope::{self, Scoped};
use crate::sessions::Sessions;
use crate::tokens::Mint;
use paceboard_core::model::ChannelIndex;
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};

/// A channel as the portal itself names it.
#[derive(Debug)]
pub struct OwnChannel {
    /// Its id.
    pub id: String,
    /// Its name in Chinese.
    pub name: String,
    /// Its name in Latin letters.
    pub alias: String,
}

/// Everything that handlers share.
pub struct Portal {
    /// The folder with the built files of Paceboard.
    pub dist: PathBuf,
    /// Issues and checks tokens.
    pub mint: Mint,
    /// Who is logged in.
    pub sessions: Sessions,
    /// What each merchant may see, in the order of [`MERCHANTS`]. The figures that they were made
    /// from are not kept.
    pub files: Vec<Vec<Scoped>>,
    /// Each merchant's own channels.
    pub channels: Vec<Vec<OwnChannel>>,
}

/// Why the server cannot start.
#[derive(Debug, thiserror::Error)]
pub enum PortalError {
    /// The sample cannot be read.
    #[error(transparent)]
    Figures(#[from] FiguresError),
    /// A merchant's channel is not in the sample.
    #[error("the sample has no channel {0}")]
    NoChannel(&'static str),
    /// The system gives no random numbers.
    #[error("no random numbers: {0}")]
    Random(#[from] getrandom::Error),
}

impl Portal {
    /// Reads the sample and makes each merchant's documents from it.
    pub fn open(dist: PathBuf, tokens_live_s: u64) -> Result<Self, PortalError> {
        let figures = Figures::of_sample()?;
        let mut portal = Self {
            dist,
            mint: Mint::new(tokens_live_s)?,
            sessions: Sessions::default(),
            files: Vec::new(),
            channels: Vec::new(),
        };
        for merchant in &MERCHANTS {
            let own = own(&figures, merchant.channels)?;
            portal.files.push(scope::files(&figures, &own));
            portal.channels.push(
                own.iter()
                    .map(|channel| named(&figures, *channel))
                    .collect(),
            );
        }
        Ok(portal)
    }
}

/// Seconds since 1970.
pub fn now_s() -> u64 {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.map_or(0, |since| since.as_secs())
}

/// The channels of these ids.
pub fn own(
    figures: &Figures,
    ids: &'static [&'static str],
) -> Result<Vec<ChannelIndex>, PortalError> {
    let channel = |id: &&'static str| figures.channel(id).ok_or(PortalError::NoChannel(id));
    ids.iter().map(channel).collect()
}

fn named(figures: &Figures, channel: ChannelIndex) -> OwnChannel {
    let channels = &figures.dataset.channels;
    OwnChannel {
        id: channels.id[channel.at()].as_str().to_owned(),
        name: channels.name[channel.at()].clone(),
        alias: channels.alias[channel.at()].clone(),
    }
}
