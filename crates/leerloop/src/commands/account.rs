//! `leerloop account`: who may work with the register.

use std::sync::Arc;

use anyhow::{Result, anyhow, bail};
use register::Register;
use stelsel::{AgbCode, Identiteit, Rol, Wijkcode};

use crate::options::{AccountAdd, AccountEnd, AccountInvite, AccountList, Where};
use crate::spraak::Spraak;
use crate::{GOOD, SystemKlok};

fn open(place: &Where) -> Result<Register> {
    Ok(Register::open(&place.opslag(super::DATA), Arc::new(SystemKlok))?)
}

pub(crate) fn add(spraak: &Spraak, options: &AccountAdd) -> Result<u8> {
    let wrong = |text: &str| anyhow!(spraak.say("account-waarde", &[("waarde", text.into())]));
    let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-' | '_' | '@');
    if !(3..=64).contains(&options.account.len()) || !options.account.chars().all(sound) {
        return Err(wrong(&options.account));
    }
    let rol = Rol::from_key(&options.role).ok_or_else(|| {
        let roles = Rol::ALL.map(Rol::key).join(", ");
        anyhow!(spraak.say("account-rol", &[("rol", (&options.role).into()), ("rollen", roles.into())]))
    })?;
    let wijken = options.wijk.iter().map(|code| Wijkcode::parse(code).map_err(|_| wrong(code)));
    let aanbieder = options.aanbieder.as_ref().map(|code| AgbCode::parse(code).map_err(|_| wrong(code)));
    let account = Identiteit {
        wijken: wijken.collect::<Result<_>>()?,
        aanbieder: aanbieder.transpose()?,
        ..Identiteit::new(&*options.account, &*options.name, rol)
    };
    let key = super::key::read(&options.key)?;
    let register = open(&options.place)?;
    register.unlock(&key)?;
    if !register.add_account(None, &account)? {
        bail!(spraak.say("account-bestaat", &[("account", (&options.account).into())]));
    }
    print_invitation(spraak, &register, &options.account)
}

pub(crate) fn invite(spraak: &Spraak, options: &AccountInvite) -> Result<u8> {
    let key = super::key::read(&options.key)?;
    let register = open(&options.place)?;
    register.unlock(&key)?;
    print_invitation(spraak, &register, &options.account)
}

fn print_invitation(spraak: &Spraak, register: &Register, account: &str) -> Result<u8> {
    let Some(code) = register.invite(None, account)? else {
        bail!(spraak.say("account-onbekend", &[("account", account.into())]));
    };
    println!("{}", spraak.say("account-uitnodiging", &[("account", account.into()), ("code", code.into())]));
    println!("{}", spraak.say("account-uitnodiging-doe", &[]));
    Ok(GOOD)
}

pub(crate) fn list(spraak: &Spraak, options: &AccountList) -> Result<u8> {
    for account in open(&options.place)?.account_report()? {
        let state = match (account.tot, account.wachtwoord, account.uitgenodigd) {
            (Some(_), ..) => "account-gestopt",
            (None, _, Some(_)) => "account-uitgenodigd",
            (None, true, None) => "account-gereed",
            (None, false, None) => "account-zonder",
        };
        let last = account.laatst.map_or_else(|| "-".to_owned(), |moment| moment.to_string());
        println!(
            "{}\t{}\t{}\t{}\t{last}",
            account.wie.account,
            account.wie.naam,
            account.wie.rol.key(),
            spraak.say(state, &[])
        );
    }
    Ok(GOOD)
}

pub(crate) fn end(spraak: &Spraak, options: &AccountEnd) -> Result<u8> {
    if !open(&options.place)?.end_account(None, &options.account)? {
        bail!(spraak.say("account-onbekend", &[("account", (&options.account).into())]));
    }
    println!("{}", spraak.say("account-beeindigd", &[("account", (&options.account).into())]));
    Ok(GOOD)
}
