//! `leerloop ijw check`: what it says, to people and to machines, and with which exit status.

use std::io::Write as _;
use std::path::Path;
use std::process::{Output, Stdio};

use serde_json::Value;

use crate::program::{leerloop, printed, run, workspace};

fn golden(name: &str) -> String {
    workspace().join("crates/ijw/tests/goud").join(name).to_str().unwrap().to_owned()
}

fn check(arguments: &[&str]) -> Output {
    run(&[&["ijw", "check"], arguments].concat())
}

/// What is said in Dutch.
fn dutch(file: &str) -> String {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_leerloop"));
    printed(&command.args(["--taal", "nl", "ijw", "check", file]).output().unwrap())
}

/// What comes in over standard input is checked as `-`.
fn check_input(arguments: &[&str], bytes: &[u8]) -> Output {
    let mut command = leerloop(&[&["ijw", "check"], arguments].concat());
    let mut child =
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    // The program may stop reading before the end: that is what a bound is for.
    let _ = child.stdin.take().unwrap().write_all(bytes);
    child.wait_with_output().unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    let lines = String::from_utf8(output.stdout.clone()).unwrap();
    lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The places of the keys in a line, to see that they stand in order.
fn places(line: &str, keys: &[&str]) -> Vec<usize> {
    keys.iter().map(|key| line.find(&format!("\"{key}\":")).unwrap()).collect()
}

#[test]
fn every_golden_message_gets_its_verdict_as_an_object() {
    let folder = workspace().join("crates/ijw/tests/goud");
    let manifest = std::fs::read_to_string(folder.join("manifest.csv")).unwrap();
    let mut lines: Vec<Vec<&str>> = manifest.lines().skip(1).map(|line| line.split(',').collect()).collect();
    lines.sort_unstable();
    let files: Vec<String> = lines.iter().map(|line| golden(&format!("{}.xml", line[0]))).collect();
    let mut arguments = vec!["--json"];
    arguments.extend(files.iter().map(String::as_str));
    let output = check(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", printed(&output));
    assert!(output.stderr.is_empty());
    let objects = objects(&output);
    assert_eq!(objects.len(), lines.len());
    for ((object, line), file) in objects.iter().zip(&lines).zip(&files) {
        assert_eq!(object["file"], file.as_str());
        assert_eq!(object["message"], line[1]);
        assert_eq!(object["schema"], if line[2] == "ok" { "ok" } else { "fault" }, "{file}");
        assert_eq!(object["schemaFaults"].as_array().unwrap().is_empty(), line[2] == "ok", "{file}");
        let mut expected: Vec<&str> = line[5]
            .split(" ; ")
            .filter(|rule| !rule.is_empty())
            .map(|rule| rule.split_once('@').unwrap().0)
            .collect();
        expected.sort_unstable();
        let faults = object["faults"].as_array().unwrap();
        let mut found: Vec<&str> = faults.iter().map(|fault| fault["rule"].as_str().unwrap()).collect();
        found.sort_unstable();
        assert_eq!(found, expected, "{file}");
        for fault in faults {
            assert_eq!((fault["code"].as_str(), fault.as_object().unwrap().len()), (Some("0001"), 3));
            let paths = fault["paths"].as_array().unwrap();
            assert!(!paths.is_empty());
            assert!(paths.iter().all(|path| path.as_str().unwrap().starts_with("/Bericht")));
        }
    }
}

#[test]
fn an_object_has_the_promised_keys_in_the_promised_order() {
    let files = [golden("jw301-CS003-periode.xml"), golden("xsd-agb-7.xml")];
    let output = check(&["--json", &files[0], &files[1]]);
    let lines = String::from_utf8(output.stdout.clone()).unwrap();
    for line in lines.lines() {
        let keys = ["file", "message", "schema", "schemaFaults", "faults"];
        assert!(places(line, &keys).is_sorted(), "{line}");
        let object: Value = serde_json::from_str(line).unwrap();
        assert_eq!(object.as_object().unwrap().len(), keys.len());
    }
    let (rule, schema) = lines.trim().split_once('\n').unwrap();
    assert!(places(rule, &["rule", "code", "paths"]).is_sorted());
    assert!(places(schema, &["path", "text"]).is_sorted());
    let fault = &objects(&output)[1]["schemaFaults"][0];
    assert_eq!(fault["path"], "/Bericht/Header/Ontvanger");
    assert!(fault["text"].as_str().unwrap().contains("AgbCode"), "{fault}");
}

#[test]
fn the_exit_status_tells_good_from_faulty_from_unreadable() {
    let (good, faulty) = (golden("jw305-ok.xml"), golden("jw307-TR018.xml"));
    let folder = tempfile::tempdir().unwrap();
    let absent = folder.path().join("weg.xml").to_str().unwrap().to_owned();
    for (files, status) in [
        (vec![&good], 0),
        (vec![&good, &faulty], 1),
        (vec![&faulty, &good], 1),
        (vec![&absent, &good], 2),
        (vec![&absent, &faulty], 2),
    ] {
        for json in [true, false] {
            let mut arguments: Vec<&str> = files.iter().map(|file| file.as_str()).collect();
            if json {
                arguments.insert(0, "--json");
            }
            let output = check(&arguments);
            assert_eq!(output.status.code(), Some(status), "{arguments:?}: {}", printed(&output));
            let said = String::from_utf8(output.stderr.clone()).unwrap();
            assert_eq!(said.contains("weg.xml"), status == 2, "{said}");
            assert!(!printed(&output).contains('⟦'), "a sentence is missing");
            if json {
                assert_eq!(objects(&output).len(), files.iter().filter(|file| **file != &absent).count());
            }
        }
    }
    // A folder is no file.
    assert_eq!(check(&[folder.path().to_str().unwrap()]).status.code(), Some(2));
}

#[test]
fn a_fault_is_told_with_its_line_and_what_to_do_in_both_languages() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("regels.xml");
    let xml = std::fs::read_to_string(golden("jw307-TR018.xml")).unwrap().replace("><", ">\n<");
    std::fs::write(&file, &xml).unwrap();
    let line = |part: &str| xml.lines().position(|line| line.contains(part)).unwrap() + 1;
    let file = file.to_str().unwrap();
    let english = printed(&check(&[file]));
    assert!(english.contains("JW307, 1 fault\n") && english.contains("(TR018)"), "{english}");
    for part in ["<jw307:Begindatum>", "<jw307:Einddatum>"] {
        assert!(english.contains(&format!("line {}, ", line(part))), "{part}: {english}");
    }
    let regel = ijw::regels::Regel::from_code("TR018").unwrap();
    assert!(english.contains(&format!("{} {}", regel.en.wat, regel.en.doe)));
    let said = dutch(file);
    assert!(
        said.contains(&format!("{} {}", regel.nl.wat, regel.nl.doe)) && said.contains("1 fout\n"),
        "{said}"
    );
    // A fault against the schema is told in the words of the quarantine.
    let file = golden("xsd-ongeldige-datum.xml");
    let english = printed(&check(&[&file]));
    assert!(english.contains("line 2, /Bericht/Client/Geboortedatum/Datum: "), "{english}");
    let said = dutch(&file);
    assert!(said.contains("regel 2, ") && said.contains("Vraag de afzender"), "{said}");
    assert!(printed(&check(&[&golden("jw301-ok-generiek.xml")])).contains("JW301, no faults"));
}

#[test]
fn standard_input_is_a_file_too() {
    let good = std::fs::read(golden("jw323-ok.xml")).unwrap();
    let output = check_input(&["--json", "-"], &good);
    assert_eq!((output.status.code(), &objects(&output)[0]["file"]), (Some(0), &Value::from("-")));
    let output = check_input(&["--json", "-"], b"<brief/>");
    let object = &objects(&output)[0];
    assert_eq!((output.status.code(), &object["message"]), (Some(1), &Value::Null));
    assert_eq!(object["faults"], Value::Array(Vec::new()));
    assert_eq!(check_input(&["-"], b"").status.code(), Some(1));
}

#[test]
fn a_message_in_an_envelope_is_checked_and_the_envelope_is_named() {
    use ijw::stuf::{
        Applicatie, Envelop, Organisatie, Referentienummer, Systeem, Tijdstip, schrijf, schrijf_soap,
    };
    let naar = |code: &str| Systeem::new(Organisatie::new(code).unwrap(), Applicatie::new("Proef").unwrap());
    let nummer = || Referentienummer::from_bytes([7; 16]);
    let tijdstip = || Tijdstip::new("20260506101112").unwrap();
    let om = |name: &str| {
        let xml = std::fs::read(golden(name)).unwrap();
        let soort = ijw::Berichttype::Jw307;
        Envelop::heen(xml, soort, naar("99000001"), naar("9901"), nummer(), tijdstip()).unwrap()
    };
    for (name, status) in [("jw307-ok.xml", 0), ("jw307-TR018.xml", 1)] {
        for xml in [schrijf(&om(name)), schrijf_soap(&om(name))] {
            let output = check_input(&["-"], xml.as_bytes());
            let said = printed(&output);
            assert_eq!(output.status.code(), Some(status), "{said}");
            assert!(said.contains("StUF envelope (Di01)") && said.contains("JW307"), "{said}");
            let output = check_input(&["--json", "-"], xml.as_bytes());
            assert_eq!(objects(&output)[0]["message"], "JW307");
            assert_eq!(objects(&output)[0]["faults"].as_array().unwrap().len(), usize::from(status == 1));
            assert!(String::from_utf8_lossy(&output.stderr).contains("Di01"));
        }
    }
    // What is wrong with an envelope is told as such, in words.
    let goed = schrijf(&om("jw307-ok.xml"));
    let fout = schrijf(&Envelop::fout(&om("jw307-ok.xml"), naar("9901"), nummer(), tijdstip()).unwrap());
    let bom = {
        let Envelop::Di01(mut di01) = om("jw307-ok.xml") else { panic!() };
        let inhoud = ijw::stuf::Inhoud::new([b"\xef\xbb\xbf", "<x/>".as_bytes()].concat()).unwrap();
        di01.parameters.bericht = ijw::stuf::Bestand::Xml(inhoud);
        schrijf(&Envelop::Di01(di01))
    };
    let soap = "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Body><x/></s:Body></s:Envelope>";
    for (xml, words) in [
        (goed.replace("20260506101112", "gisteren"), "form that the standard"),
        (fout, "holds no message"),
        (bom, "byte order mark"),
        (soap.to_owned(), "no Di01, Du01 or Fo01"),
    ] {
        let output = check_input(&["-"], xml.as_bytes());
        let said = printed(&output);
        assert!(said.contains(words) && output.status.code() == Some(1), "{said}");
        assert!(said.contains("Ask the sender") && !said.contains('⟦'), "{said}");
        let object = &objects(&check_input(&["--json", "-"], xml.as_bytes()))[0];
        assert_eq!((&object["message"], &object["schema"]), (&Value::Null, &Value::from("fault")));
    }
}

#[test]
fn a_file_over_the_bound_is_refused_and_one_within_is_checked() {
    let folder = tempfile::tempdir().unwrap();
    let large = folder.path().join("groot.xml");
    std::fs::File::create(&large).unwrap().set_len(8 * 1024 * 1024 * 1024).unwrap();
    let start = std::time::Instant::now();
    let output = check(&["--json", large.to_str().unwrap()]);
    assert!(start.elapsed().as_secs() < 20, "not read to the end");
    assert_eq!(output.status.code(), Some(1));
    assert!(objects(&output)[0]["schemaFaults"][0]["text"].as_str().unwrap().contains("too large"));
    // A message filled up to the bound with products that are all wrong.
    let xml = std::fs::read_to_string(golden("jw307-TR018.xml")).unwrap();
    let (begin, end) =
        (xml.find("<jw307:StopProduct>").unwrap(), xml.find("</jw307:StopProducten>").unwrap());
    let product = &xml[begin..end];
    let copies = (ijw::MAX_BYTES - xml.len()) / product.len();
    let file = folder.path().join("vol.xml");
    std::fs::write(&file, [&xml[..begin], &product.repeat(copies), &xml[begin..]].concat()).unwrap();
    let output = check(&["--json", file.to_str().unwrap()]);
    let object = &objects(&output)[0];
    assert_eq!(object["schema"], "ok");
    assert_eq!(object["faults"].as_array().unwrap().len(), copies + 2, "each product, and their being alike");
    assert!(Path::new(&file).metadata().unwrap().len() <= ijw::MAX_BYTES as u64);
}
