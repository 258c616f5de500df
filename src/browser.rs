//! Thin wrappers around what the browser offers. Each undoes itself when it is dropped.

pub mod clipboard;
pub mod copy;
pub mod cover;
pub mod dialog;
pub mod events;
pub mod files;
pub mod frame;
pub mod host;
pub mod keyboard;
pub mod length;
mod modules;
pub mod nodes;
pub mod offline;
pub mod page;
pub mod panic_screen;
pub mod popup;
pub mod preferences;
pub mod scroll;
pub mod shortcut;
pub mod size;
pub mod slices;
pub mod timing;
pub mod url;
