//! What is in memory stays there: no core dump, and no other process of the same user reads along. What is written is not for
//! other users of the machine.

/// Turns core dumps off and makes the process one that others may not trace or dump. Best effort outside Linux.
#[cfg(target_os = "linux")]
pub(crate) fn shield() -> std::io::Result<()> {
    use rustix::process::{DumpableBehavior, Resource, Rlimit, set_dumpable_behavior, setrlimit};
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) })?;
    set_dumpable_behavior(DumpableBehavior::NotDumpable)?;
    Ok(())
}

/// Turns core dumps off and makes the process one that others may not trace or dump. Best effort outside Linux.
#[cfg(not(target_os = "linux"))]
pub(crate) fn shield() -> std::io::Result<()> {
    Ok(())
}

/// Whatever this process writes is its owner's alone. What the environment forbids more stays forbidden.
#[cfg(unix)]
pub(crate) fn write_for_owner_only() {
    use rustix::fs::Mode;
    let others = Mode::RWXG | Mode::RWXO;
    let before = rustix::process::umask(others);
    rustix::process::umask(before | others);
}

/// Whatever this process writes is its owner's alone: elsewhere than on Unix the folder decides.
#[cfg(not(unix))]
pub(crate) fn write_for_owner_only() {}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn nothing_is_dumped() {
        super::shield().unwrap();
        assert_eq!(getrlimit(Resource::Core).current, Some(0));
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
    }
}
