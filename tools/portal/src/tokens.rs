//! Tokens for the data: short-lived, signed, and bound to the login that they were issued to.

use crate::scope::hex;
use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// Issues tokens and checks them. The key fills a block of SHA-256; it is made at the start and kept
/// in memory only, so that no token outlives the server.
pub struct Mint {
    key: [u8; 64],
    lives_s: u64,
}

/// What a token says, once its signature has been checked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Claims {
    /// Position of the merchant in [`crate::merchants::MERCHANTS`].
    pub merchant: usize,
    /// The number of the login.
    pub login: u64,
    /// When it expires, in seconds since 1970.
    pub exp: u64,
}

/// Why a token is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// There is none, or it has another form.
    #[error("no bearer token")]
    Missing,
    /// It was not issued here, or was changed since.
    #[error("the signature is wrong")]
    Forged,
    /// Its time is over.
    #[error("the token has expired")]
    Expired,
    /// The login that it belongs to has ended.
    #[error("the token has been revoked")]
    Revoked,
}

impl Mint {
    /// A mint with a key of its own whose tokens live so many seconds.
    pub fn new(lives_s: u64) -> Result<Self, getrandom::Error> {
        let mut key = [0; 64];
        getrandom::fill(&mut key)?;
        Ok(Self { key, lives_s })
    }

    /// A token for a login of a merchant, with the second in which it expires.
    pub fn issue(&self, merchant: usize, login: u64, now_s: u64) -> (String, u64) {
        let exp = now_s + self.lives_s;
        let payload = format!("{merchant}.{login}.{exp}");
        let signature = hex(&self.signed(&payload).finalize().into_bytes());
        (format!("{payload}.{signature}"), exp)
    }

    /// What a token says, unless it is forged or has expired. Whether its login still stands is
    /// the sessions' business.
    pub fn check(&self, token: &str, now_s: u64) -> Result<Claims, Refusal> {
        let (payload, signature) = token.rsplit_once('.').ok_or(Refusal::Missing)?;
        let signature = unhex(signature).ok_or(Refusal::Forged)?;
        // Compared in constant time.
        let checked = self.signed(payload).verify_slice(&signature);
        checked.map_err(|_| Refusal::Forged)?;
        let claims = claims(payload).ok_or(Refusal::Forged)?;
        if now_s < claims.exp {
            Ok(claims)
        } else {
            Err(Refusal::Expired)
        }
    }

    fn signed(&self, payload: &str) -> Hmac<Sha256> {
        Hmac::<Sha256>::new(&self.key.into()).chain_update(payload)
    }
}

fn claims(payload: &str) -> Option<Claims> {
    let mut words = payload.split('.');
    let claims = Claims {
        merchant: words.next()?.parse().ok()?,
        login: words.next()?.parse().ok()?,
        exp: words.next()?.parse().ok()?,
    };
    words.next().is_none().then_some(claims)
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: u8| char::from(byte).to_digit(16);
    let byte = |pair: &[u8]| match *pair {
        [high, low] => u8::try_from(digit(high)? * 16 + digit(low)?).ok(),
        _ => None,
    };
    text.as_bytes().chunks(2).map(byte).collect()
}

#[cfg(test)]
mod tests {
    use super::{Claims, Mint, Refusal};

    const NOW_S: u64 = 1_640_000_000;

    #[test]
    fn a_token_says_what_it_was_issued_for_until_it_expires() {
        let mint = Mint::new(300).unwrap();
        let (token, exp) = mint.issue(1, 7, NOW_S);
        let claims = Claims {
            merchant: 1,
            login: 7,
            exp,
        };
        assert_eq!(exp, NOW_S + 300);
        assert_eq!(mint.check(&token, NOW_S + 299), Ok(claims));
        assert_eq!(mint.check(&token, NOW_S + 300), Err(Refusal::Expired));
    }

    #[test]
    fn a_changed_token_is_forged_wherever_it_was_changed() {
        let mint = Mint::new(300).unwrap();
        let (token, _) = mint.issue(0, 7, NOW_S);
        for at in 0..token.len() {
            let mut bytes = token.clone().into_bytes();
            bytes[at] = if bytes[at] == b'1' { b'2' } else { b'1' };
            let changed = String::from_utf8(bytes).unwrap();
            let refusal = mint.check(&changed, NOW_S);
            assert!(
                matches!(refusal, Err(Refusal::Forged | Refusal::Missing)),
                "{changed}"
            );
        }
    }

    #[test]
    fn another_merchant_cannot_be_written_into_a_token() {
        let mint = Mint::new(300).unwrap();
        let (token, _) = mint.issue(0, 7, NOW_S);
        let other = format!("1{}", &token[1..]);
        assert_eq!(mint.check(&other, NOW_S), Err(Refusal::Forged));
    }

    #[test]
    fn another_mints_token_is_forged() {
        let (token, _) = Mint::new(300).unwrap().issue(0, 7, NOW_S);
        let refusal = Mint::new(300).unwrap().check(&token, NOW_S);
        assert_eq!(refusal, Err(Refusal::Forged));
    }

    #[test]
    fn what_is_no_token_is_refused() {
        let mint = Mint::new(300).unwrap();
        for text in ["", ".", "x", "0.7.9", "0.7.9.", "0.7.9.abc", "0.7.9.zz"] {
            assert!(mint.check(text, NOW_S).is_err(), "{text}");
        }
    }
}
