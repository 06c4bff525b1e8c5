namespace NewsDiff.Languages;

/// <summary>The words of Italian.</summary>
internal static class Italian
{
    public static readonly Language Words = new()
    {
        Codes = "it",
        CommonWords =
            "di e il la che in a un per è una sono con del non si da della dei le al alla i nel più lo anche "
            + "come ha gli dal delle ma o su se ci questo nella degli stato era tra suo sua ai essere hanno due "
            + "dopo loro dalla anni contro",
        Months =
            "gennaio gen,febbraio feb,marzo mar,aprile apr,maggio mag,giugno giu,luglio lug,agosto ago,"
            + "settembre set sett,ottobre ott,novembre nov,dicembre dic",
        Weekdays =
            "lunedì lunedi lun,martedì martedi mar,mercoledì mercoledi mer,giovedì giovedi gio,venerdì venerdi ven,"
            + "sabato sab,domenica dom",
        Morning = "mattina mattino",
        Afternoon = "pomeriggio",
        Evening = "it:sera",
        Night = "notte",
        DateParticles = "di del dell d",
        ClockWords = "alle ore di il e",
        HalfParticles = "di del della",
        UpdateLabels = ["aggiornat"],
        PublishLabels = ["pubblicat"],
        BylineOpenings = ["di", "scritto da", "a cura di", "articolo di", "autore", "autrice"],
        NameJoints = [" e "],
        NotNames = ["redazione", "agenzie", "agenzia"],
        Occupations = ["giornalista", "corrispondente", "redattore"],
        AuthorFolders = "autore autori giornalista",
        PictureLabels = "foto immagine",
        Labels = ["pubblicità", "condividi"],
        TranscriptLabels = ["trascrizione"],
        CorrectionLabels = ["Correzione", "Errata corrige", "Rettifica", "Nota della redazione"],
        CorrectionSentences =
        [
            "Una versione precedente di quest", "Questo articolo è stato corretto",
            "In una versione precedente di quest", "In una precedente versione di quest",
            "In una precedente versione dell'articolo", "In una precedente versione dell’articolo",
        ],
        CommentWords = "comment",
        ErrorTitles = ["pagina non trovata"],
        WallPhrases = ["noi e i nostri partner", "riservato agli abbonati"],
        UpdateNotices = ["Aggiornamento", "Aggiornato"],
        NoticePhrases = ["versione precedente di questo", "corretto dopo la pubblicazione"],
        Negations = "non mai nessuno nessuna niente nulla né neppure neanche",
        OtherCompounds = "non_solo",
        HedgeWords =
            "può potrebbe potrebbero forse probabilmente possibilmente presunto presunta presunti "
            + "apparentemente sarebbe sarebbero avrebbe avrebbero sembra pare confermato confermata quasi "
            + "circa",
        AbsenceWords = "senza",
        SayingWords =
            "detto dice disse dichiarato affermato secondo spiegato annunciato aggiunto riferito "
            + "sottolineato portavoce fonti",
        NumberWords =
            "due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici "
            + "quindici venti trenta quaranta cinquanta sessanta settanta ottanta novanta cento centinaia "
            + "mille mila migliaia milione milioni miliardo miliardi metà mezzo doppio terzo quarto decina "
            + "dozzina",
        Abbreviations =
            "sig sigg sig.ra sigra dott dott.ssa prof prof.ssa ing avv on sen gen col cap mons s ss n nn "
            + "art pag pagg vol cfr es p.es ecc tel gen feb mar apr mag giu lug ago set ott nov dic",
    };
}
