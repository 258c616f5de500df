//! Who is logged in. Kept in memory: a restart logs everybody out.

use crate::scope::hex;
use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};

/// Logins kept at the same time; beyond that the oldest ends.
const MOST: usize = 1000;

/// A login.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Login {
    /// Position of the merchant in [`crate::merchants::MERCHANTS`].
    pub merchant: usize,
    /// Its number, which tokens carry.
    pub number: u64,
}

/// All logins, by the secret in the browser's cookie.
#[derive(Default)]
pub struct Sessions {
    state: Mutex<State>,
}

#[derive(Default)]
struct State {
    logins: HashMap<String, Login>,
    next_number: u64,
}

impl Sessions {
    /// Logs a merchant in; gives the secret for its cookie.
    pub fn log_in(&self, merchant: usize) -> Result<String, getrandom::Error> {
        let mut secret = [0; 16];
        getrandom::fill(&mut secret)?;
        let secret = hex(&secret);
        let mut state = self.state();
        if state.logins.len() >= MOST {
            state.end_oldest();
        }
        let number = state.number();
        state
            .logins
            .insert(secret.clone(), Login { merchant, number });
        Ok(secret)
    }

    /// The login of a cookie's secret.
    pub fn login(&self, secret: &str) -> Option<Login> {
        self.state().logins.get(secret).copied()
    }

    /// Ends a login, and with it every token that was issued to it.
    pub fn log_out(&self, secret: &str) {
        self.state().logins.remove(secret);
    }

    /// Whether a login still stands.
    pub fn stands(&self, login: Login) -> bool {
        self.state().logins.values().any(|other| *other == login)
    }

    /// Gives every login a new number: they stand, but all tokens issued so far are refused.
    pub fn revoke_tokens(&self) {
        let mut state = self.state();
        let secrets: Vec<String> = state.logins.keys().cloned().collect();
        for secret in secrets {
            let number = state.number();
            if let Some(login) = state.logins.get_mut(&secret) {
                login.number = number;
            }
        }
    }

    /// A thread that panicked while it held the lock left whole entries only.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn number(&mut self) -> u64 {
        self.next_number += 1;
        self.next_number
    }

    fn end_oldest(&mut self) {
        let oldest = self.logins.values().map(|login| login.number).min();
        self.logins.retain(|_, login| Some(login.number) != oldest);
    }
}

#[cfg(test)]
mod tests {
    use super::{MOST, Sessions};

    #[test]
    fn a_login_stands_until_it_ends() {
        let sessions = Sessions::default();
        let (one, other) = (sessions.log_in(0).unwrap(), sessions.log_in(1).unwrap());
        let login = sessions.login(&one).unwrap();
        assert_eq!(login.merchant, 0);
        assert!(sessions.stands(login));
        sessions.log_out(&one);
        assert!(!sessions.stands(login));
        assert_eq!(sessions.login(&one), None);
        assert_eq!(sessions.login(&other).unwrap().merchant, 1);
    }

    #[test]
    fn revoking_ends_tokens_but_not_logins() {
        let sessions = Sessions::default();
        let secret = sessions.log_in(1).unwrap();
        let before = sessions.login(&secret).unwrap();
        sessions.revoke_tokens();
        let after = sessions.login(&secret).unwrap();
        assert!(!sessions.stands(before));
        assert!(sessions.stands(after));
        assert_eq!(after.merchant, 1);
    }

    #[test]
    fn the_oldest_login_makes_room() {
        let sessions = Sessions::default();
        let first = sessions.log_in(0).unwrap();
        let second = sessions.log_in(0).unwrap();
        for _ in 1..MOST {
            sessions.log_in(0).unwrap();
        }
        assert_eq!(sessions.login(&first), None);
        assert!(sessions.login(&second).is_some());
    }
}
