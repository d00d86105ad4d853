//! Encryption in pieces: STREAM with XChaCha20-Poly1305. Each piece proves its place and whether it is the last, and proves the
//! header with it, so that nothing can be altered, left out, moved or cut off unseen.

use std::io::{self, Read, Write};

use aead_stream::{DecryptorBE32, EncryptorBE32};
use chacha20poly1305::XChaCha20Poly1305;
use chacha20poly1305::aead::{Key, Payload};

use crate::Fout;
use crate::sleutel::Kluissleutel;

/// What a backup begins with; the last digit is the version of the form.
const MAGIC: &[u8; 16] = b"LEERLOOP-KOPIE 1";
/// XChaCha20 takes 24 bytes, of which STREAM uses five for the place of a piece.
const NONCE: usize = 19;
/// Bytes in a piece before encryption.
const PIECE: usize = 64 * 1024;
const TAG: usize = 16;

fn header(nonce: [u8; NONCE]) -> Vec<u8> {
    [MAGIC.as_slice(), &nonce].concat()
}

/// Encrypts what is written to it. The nonce is made here and nowhere else.
pub(super) struct Versleuteld<W> {
    out: W,
    seal: EncryptorBE32<XChaCha20Poly1305>,
    head: Vec<u8>,
    piece: Vec<u8>,
}

impl<W: Write> Versleuteld<W> {
    pub(super) fn new(mut out: W, sleutel: &Kluissleutel) -> Result<Self, Fout> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|e| Fout::Lezen(io::Error::other(e.to_string())))?;
        let head = header(nonce);
        out.write_all(&head)?;
        let seal = EncryptorBE32::new(&Key::<XChaCha20Poly1305>::from(*sleutel.bytes()), &nonce.into());
        Ok(Self { out, seal, head, piece: Vec::with_capacity(PIECE) })
    }

    /// Writes the last piece and gives the file back.
    pub(super) fn finish(self) -> Result<W, Fout> {
        let Self { mut out, seal, head, piece } = self;
        let sealed = seal.encrypt_last(Payload { msg: &piece, aad: &head });
        out.write_all(&sealed.map_err(|_| Fout::Kopie("it cannot be encrypted"))?)?;
        Ok(out)
    }
}

impl<W: Write> Write for Versleuteld<W> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        // A full piece waits until there is more: only then it is known not to be the last.
        if self.piece.len() == PIECE {
            let sealed = self.seal.encrypt_next(Payload { msg: &self.piece, aad: &self.head });
            self.out.write_all(&sealed.map_err(|_| io::Error::other("the backup is too large"))?)?;
            self.piece.clear();
        }
        let taken = bytes.len().min(PIECE - self.piece.len());
        self.piece.extend(bytes.iter().take(taken));
        Ok(taken)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Decrypts what is read from it; gives nothing that was not proved.
pub(super) struct Ontsleuteld<R> {
    from: R,
    seal: Option<DecryptorBE32<XChaCha20Poly1305>>,
    head: Vec<u8>,
    /// The piece after the one that is being given, still encrypted.
    next: Vec<u8>,
    piece: Vec<u8>,
    given: usize,
}

impl<R: Read> Ontsleuteld<R> {
    pub(super) fn new(mut from: R, sleutel: &Kluissleutel) -> Result<Self, Fout> {
        const NONE: Fout = Fout::Kopie("it is not a backup of Leerloop");
        let mut head = vec![0; MAGIC.len() + NONCE];
        from.read_exact(&mut head).map_err(|_| NONE)?;
        let nonce: [u8; NONCE] =
            head.strip_prefix(MAGIC.as_slice()).and_then(|nonce| nonce.try_into().ok()).ok_or(NONE)?;
        let seal = DecryptorBE32::new(&Key::<XChaCha20Poly1305>::from(*sleutel.bytes()), &nonce.into());
        let next = read_piece(&mut from)?;
        Ok(Self { from, seal: Some(seal), head, next, piece: Vec::new(), given: 0 })
    }

    fn turn(&mut self) -> io::Result<bool> {
        let damaged = || io::Error::new(io::ErrorKind::InvalidData, "a piece of the backup is damaged");
        let Some(mut seal) = self.seal.take() else { return Ok(false) };
        let sealed = std::mem::take(&mut self.next);
        self.next = if sealed.len() == PIECE + TAG { read_piece(&mut self.from)? } else { Vec::new() };
        let payload = Payload { msg: &sealed, aad: &self.head };
        self.piece = if self.next.is_empty() {
            seal.decrypt_last(payload).map_err(|_| damaged())?
        } else {
            let piece = seal.decrypt_next(payload).map_err(|_| damaged())?;
            self.seal = Some(seal);
            piece
        };
        self.given = 0;
        Ok(true)
    }
}

fn read_piece(from: &mut impl Read) -> io::Result<Vec<u8>> {
    let mut piece = Vec::with_capacity(PIECE + TAG);
    from.take((PIECE + TAG) as u64).read_to_end(&mut piece)?;
    Ok(piece)
}

impl<R: Read> Read for Ontsleuteld<R> {
    fn read(&mut self, out: &mut [u8]) -> io::Result<usize> {
        while self.given == self.piece.len() {
            if !self.turn()? {
                return Ok(0);
            }
        }
        let rest = self.piece.get(self.given..).unwrap_or_default();
        let taken = rest.len().min(out.len());
        out.iter_mut().zip(rest).for_each(|(to, from)| *to = *from);
        self.given += taken;
        Ok(taken)
    }
}
