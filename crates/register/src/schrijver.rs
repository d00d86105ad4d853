//! The one writer of a process: jobs wait in a queue and are committed together.
//!
//! A look at a page costs a line in the journal and so a durable commit. Fifty readers at once then cost a few commits,
//! not fifty: everything that waits goes into one transaction, each job behind a savepoint of its own, and every job hears
//! its outcome only after the commit.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::thread::JoinHandle;

use crate::Fout;
use crate::db::{Gebruik, Opslag, Verbinding};
use crate::journaal::Pen;
use crate::toeval::Toeval;

/// Jobs that share a commit at most.
const TOGETHER: usize = 64;

/// What a job works with.
pub(crate) struct Beurt<'a> {
    pub(crate) db: &'a mut Verbinding,
    pub(crate) pen: &'a mut Pen,
    pub(crate) toeval: &'a Toeval,
}

trait Job: Send {
    /// Does the work; says whether it succeeded.
    fn run(&mut self, beurt: &mut Beurt<'_>) -> bool;
    /// Hands the outcome over.
    fn finish(self: Box<Self>, committed: bool);
    /// The database refused what the job did, after it had done it.
    fn refuse(&mut self, fault: Fout);
}

struct Taak<T, F> {
    work: Option<F>,
    outcome: Option<Result<T, Fout>>,
    reply: SyncSender<Result<T, Fout>>,
}

impl<T: Send, F: FnOnce(&mut Beurt<'_>) -> Result<T, Fout> + Send> Job for Taak<T, F> {
    fn run(&mut self, beurt: &mut Beurt<'_>) -> bool {
        self.outcome = self.work.take().map(|work| work(beurt));
        matches!(self.outcome, Some(Ok(_)))
    }

    fn refuse(&mut self, fault: Fout) {
        self.outcome = Some(Err(fault));
    }

    fn finish(self: Box<Self>, committed: bool) {
        let outcome = match self.outcome {
            Some(Err(fault)) => Err(fault),
            Some(Ok(value)) if committed => Ok(value),
            _ => Err(Fout::SchrijverGestopt),
        };
        // Whoever asked may have gone away; the work is done all the same.
        let _ = self.reply.send(outcome);
    }
}

/// What the writing thread is asked.
enum Vraag {
    /// Part of a transaction that is shared.
    Samen(Box<dyn Job>),
    /// Outside any transaction, with nothing beside it: what a database refuses to do within one.
    Alleen(Box<dyn FnOnce(&mut Verbinding) + Send>),
}

/// The queue to the writing thread. The thread ends when the last queue is dropped.
pub(crate) struct Schrijver {
    queue: Option<Sender<Vraag>>,
    thread: Option<JoinHandle<()>>,
}

impl Schrijver {
    pub(crate) fn start(opslag: Opslag, db: Verbinding, toeval: Arc<Toeval>) -> Result<Self, Fout> {
        let (queue, jobs) = channel();
        let work = move || work_off(&opslag, db, &jobs, &toeval);
        let thread = std::thread::Builder::new().name("schrijver".into()).spawn(work)?;
        Ok(Self { queue: Some(queue), thread: Some(thread) })
    }

    /// Runs `work` in the writing thread and waits until it is committed.
    pub(crate) fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Beurt<'_>) -> Result<T, Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let (reply, answer) = sync_channel(1);
        let job = Box::new(Taak { work: Some(work), outcome: None, reply });
        let queue = self.queue.as_ref().ok_or(Fout::SchrijverGestopt)?;
        queue.send(Vraag::Samen(job)).map_err(|_| Fout::SchrijverGestopt)?;
        answer.recv().map_err(|_| Fout::SchrijverGestopt)?
    }

    /// Runs `work` in the writing thread, outside any transaction. Everybody else who writes waits for it.
    pub(crate) fn alone<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Verbinding) -> Result<T, Fout> + Send + 'static,
    ) -> Result<T, Fout> {
        let (reply, answer) = sync_channel(1);
        // Whoever asked may have gone away; the work is done all the same.
        let job = Vraag::Alleen(Box::new(move |db| drop(reply.send(work(db)))));
        let queue = self.queue.as_ref().ok_or(Fout::SchrijverGestopt)?;
        queue.send(job).map_err(|_| Fout::SchrijverGestopt)?;
        answer.recv().map_err(|_| Fout::SchrijverGestopt)?
    }
}

impl Drop for Schrijver {
    fn drop(&mut self) {
        self.queue = None;
        if let Some(thread) = self.thread.take() {
            // A panic in the writer was already answered with an error to everyone who waited.
            let _ = thread.join();
        }
    }
}

fn work_off(opslag: &Opslag, mut db: Verbinding, jobs: &Receiver<Vraag>, toeval: &Toeval) {
    while let Ok(first) = jobs.recv() {
        if !db.is_alive()
            && let Ok(again) = Verbinding::open(opslag, Gebruik::Schrijven)
        {
            db = again;
        }
        let mut batch: Vec<Box<dyn Job>> = Vec::new();
        let mut alone = None;
        for next in std::iter::once(first).chain(jobs.try_iter().take(TOGETHER - 1)) {
            match next {
                Vraag::Samen(job) => batch.push(job),
                Vraag::Alleen(work) => {
                    alone = Some(work);
                    break;
                }
            }
        }
        if !batch.is_empty() {
            let committed = run_together(&mut db, &mut batch, toeval);
            if committed.is_err() {
                // The jobs hear that nothing was stored. The connection is clean again, or the next job fails the same way.
                let _ = db.rollback();
            }
            for job in batch {
                job.finish(committed.is_ok());
            }
        }
        if let Some(work) = alone {
            work(&mut db);
        }
    }
}

fn run_together(db: &mut Verbinding, batch: &mut [Box<dyn Job>], toeval: &Toeval) -> Result<(), Fout> {
    db.begin(Gebruik::Schrijven)?;
    // All writers of all processes queue for this row: PostgreSQL has no write lock of its own on the whole database.
    db.execute_one("UPDATE instelling SET waarde = waarde WHERE naam = 'slot'", &[])?;
    let mut pen = Pen::default();
    let alone = batch.len() == 1;
    let mut any = false;
    for job in batch {
        if !alone {
            db.savepoint()?;
        }
        let before = pen.clone();
        let mut succeeded = job.run(&mut Beurt { db, pen: &mut pen, toeval });
        if succeeded
            && !alone
            && let Err(fault) = db.release()
        {
            // PostgreSQL hears of added rows only here.
            job.refuse(fault);
            succeeded = false;
        }
        any |= succeeded;
        match (succeeded, alone) {
            (true, _) => {}
            (false, true) => return db.rollback(),
            (false, false) => {
                db.rollback_to()?;
                pen = before;
            }
        }
    }
    if any {
        pen.close(db)?;
        db.commit()
    } else {
        db.rollback()
    }
}
