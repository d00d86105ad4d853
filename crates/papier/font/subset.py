import sys
from fontTools import subset
from fontTools.ttLib import TTFont
R="U+0020-007E,U+00A0-024F,U+0259,U+02BB-02BD,U+02C6,U+02C7,U+02D8-02DD,U+0300-0331,U+0370-03FF,U+0400-045F,U+0490-04FF,U+1E00-1EFF,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+2030,U+2032,U+2033,U+2039,U+203A,U+2044,U+20AC,U+2116,U+2122,U+2190-2193,U+2212,U+25A1,U+2610,U+2713"
for src,dst,name in (("400Regular/SourceSans3_400Regular","regular","Regular"),("700Bold/SourceSans3_700Bold","bold","Bold")):
    f=TTFont(f"package/{src}.ttf",recalcTimestamp=False)
    o=subset.Options(); o.layout_features=["kern"] if len(sys.argv)>1 else []; o.hinting=False; o.name_IDs=[0,1,2,3,4,5,6,13,14]; o.name_languages=["*"]; o.notdef_outline=True; o.recalc_timestamp=False; o.glyph_names=False
    s=subset.Subsetter(o); s.populate(unicodes=subset.parse_unicodes(R)); s.subset(f)
    for r in f["name"].names:
        new={1:"Leerloop Sans",3:f"LeerloopSans-{name}",4:f"Leerloop Sans {name}",6:f"LeerloopSans-{name}"}.get(r.nameID)
        if new: r.string=new
    f.save(f"LeerloopSans-{name}.ttf")
    cm=f.getBestCmap(); print(name,len(cm),len(f.getGlyphOrder()), f["OS/2"].fsType, [t for t in f.keys()])
    for n in f["name"].names[:12]: print("  ",n.nameID,str(n)[:90])
    for ch in "şğćłőűżŽđğıİ€□☐✓•–ẞǅ→αЖ": print(ch, ord(ch) in cm, end=" ")
    print()
