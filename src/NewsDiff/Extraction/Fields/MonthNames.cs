using System.Collections.Frozen;

namespace NewsDiff.Extraction.Fields;

/// <summary>The names of the months, in full and short, nominative and genitive, in the languages of many newspapers.</summary>
internal static class MonthNames
{
    private static readonly string[] Table =
    [
        "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari tammikuu tammikuuta januára januar leden "
            + "ledna stycznia styczeń sty ianuarie ian január ocak января январь янв січня січень януари јануар јануара "
            + "ιανουαρίου ιανουάριος ιαν يناير जनवरी জানুয়ারি มกราคม sausio jaanuar janvāris siječnja siječanj ינואר gener urtarrila",
        "february feb februar février fevrier févr febrero febbraio fevereiro fev februari helmikuu helmikuuta februára únor "
            + "února lutego luty lut februarie február şubat февраля февраль фев лютого лютий февруари фебруар фебруара "
            + "φεβρουαρίου φεβρουάριος φεβ فبراير फ़रवरी फरवरी ফেব্রুয়ারি กุมภาพันธ์ vasario veebruar februāris veljače veljača פברואר febrer",
        "march mar märz maerz mrz mars marzo março maart mrt maaliskuu maaliskuuta marca březen března marzec martie március "
            + "mart марта март мар березня березень марта март μαρτίου μάρτιος μαρ مارس मार्च মার্চ มีนาคม kovo märts marts ožujka ožujak מרץ març",
        "april apr avril avr abril abr aprile huhtikuu huhtikuuta apríla duben dubna kwietnia kwiecień kwi aprilie április nisan "
            + "апреля апрель апр квітня квітень април априла απριλίου απρίλιος απρ أبريل ابريل अप्रैल এপ্রিল เมษายน balandžio aprill aprīlis travnja "
            + "travanj אפריל",
        "may mai mayo maggio mag maio mei maj toukokuu toukokuuta mája květen května maja május mayıs мая май травня травень мај "
            + "маја μαΐου μαϊου μάιος مايو मई মে พฤษภาคม gegužės maijs svibnja svibanj מאי maig",
        "june jun juni juin junio giugno giu junho kesäkuu kesäkuuta júna červen června czerwca czerwiec cze iunie június "
            + "haziran июня июнь июн червня червень юни јун јуна ιουνίου ιούνιος ιουν يونيو जून জুন มิถุนายน birželio juuni jūnijs lipnja lipanj יוני juny",
        "july jul juli juillet juil julio luglio lug julho heinäkuu heinäkuuta júla červenec července lipca lipiec lip iulie július "
            + "temmuz июля июль июл липня липень юли јул јула ιουλίου ιούλιος ιουλ يوليو जुलाई জুলাই กรกฎาคม liepos juuli jūlijs srpnja srpanj יולי juliol",
        "august aug août aout agosto ago augustus elokuu elokuuta augusta srpen srpna sierpnia sierpień sie augusti augusztus "
            + "ağustos августа август авг серпня серпень август августа αυγούστου αύγουστος αυγ أغسطس اغسطس अगस्त আগস্ট สิงหาคม rugpjūčio augusts "
            + "kolovoza kolovoz אוגוסט agost",
        "september sep sept septembre septiembre setiembre settembre set setembro syyskuu syyskuuta septembra září września "
            + "wrzesień wrz septembrie szeptember eylül сентября сентябрь сен вересня вересень септември септембар септембра "
            + "σεπτεμβρίου σεπτέμβριος σεπ سبتمبر सितंबर सितम्बर সেপ্টেম্বর กันยายน rugsėjo septembris rujna rujan ספטמבר setembre",
        "october oct oktober okt octobre octubre ottobre ott outubro out lokakuu lokakuuta októbra říjen října października "
            + "październik paź octombrie október ekim октября октябрь окт жовтня жовтень октомври октобар октобра οκτωβρίου "
            + "οκτώβριος οκτ أكتوبر اكتوبر अक्टूबर অক্টোবর ตุลาคม spalio oktoober oktobris listopada אוקטובר",
        "november nov novembre noviembre novembro marraskuu marraskuuta novembra listopad listopadu lis noiembrie noi kasım "
            + "ноября ноябрь ноя листопада листопад ноември новембар новембра νοεμβρίου νοέμβριος νοε نوفمبر नवंबर नवम्बर নভেম্বর "
            + "พฤศจิกายน lapkričio novembris studenoga studenog studeni נובמבר",
        "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro joulukuu joulukuuta decembra prosinec "
            + "prosince grudnia grudzień gru decembrie aralık декабря декабрь дек грудня грудень декември децембар децембра "
            + "δεκεμβρίου δεκέμβριος δεκ ديسمبر दिसंबर दिसम्बर ডিসেম্বর ธันวาคม gruodžio detsember decembris prosinca prosinac דצמבר desembre desember",
    ];

    // Polish writes "listopada" for the eleventh month, Croatian for the tenth; Polish newspapers are the more.
    private static readonly FrozenDictionary<string, int> Months = Table
        .SelectMany((row, index) => row.Split(' '), (row, name) => (name, Array.IndexOf(Table, row) + 1))
        .GroupBy(pair => pair.name, StringComparer.Ordinal)
        .ToFrozenDictionary(group => group.Key, group => group.Key == "listopada" ? 11 : group.First().Item2);

    private static readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Months.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The number of the month that a word names, or 0.</summary>
    public static int Find(ReadOnlySpan<char> word)
    {
        Span<char> lower = stackalloc char[24];
        if (word.Length is < 2 or > 24)
        {
            return 0;
        }

        int length = word.ToLowerInvariant(lower);
        return Lookup.TryGetValue(lower[..length], out int month) ? month : 0;
    }
}
