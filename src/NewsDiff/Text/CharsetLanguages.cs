using System.Collections.Immutable;

namespace NewsDiff.Text;

/// <summary>The languages that help to find an encoding.</summary>
internal static class CharsetLanguages
{
    private const string Kana =
        "のいるたにしてをはとがでなかりすまれっこもあさらくきよえうおけそつやどめだ、。ンーストルイラリアドクシ日人一年大国会本中";

    private const string Hangul = "이다는의에을가고하지한로기은사를도서인정스리대자시어나여수과일해보장그아부주전있적원제";

    private const string Simplified = "的一是不在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么，。、";

    private const string Traditional = "的一是不在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼，。、";

    /// <summary>Alphabets beyond ASCII, most frequent letters first, and the encodings to try.</summary>
    private static readonly ImmutableArray<(string Letters, string Encodings)> Alphabets =
    [
        ("éèàêçôîùûâœëïüæ", "windows-1252"),
        ("üäößé", "windows-1252"),
        ("óíáéñúü¿¡ºª", "windows-1252"),
        ("ãçáéíóêõàâúôº", "windows-1252"),
        ("èàùòìé", "windows-1252"),
        ("åøæéäö", "windows-1252"),
        ("äåöé", "windows-1252"),
        ("íáðéóúöýþæ", "windows-1252"),
        ("éëïèüàíòóçú·", "windows-1252"),
        ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic"),
        ("аиоентрсвлкдпмъузгбчщяцжхшйфюь", "windows-1251 iso-8859-5"),
        ("оанивітесрлкудмпяьзбгчйхжюцщєїфшґўыэё", "windows-1251 koi8-u iso-8859-5"),
        ("аоиентсрјвулкдпмзгбчшжцхљњћђфџѓќѕ", "windows-1251 iso-8859-5"),
        ("αοιετσνηυρπκμλςωόίέάθγήύδώφχβξζψϊϋ", "iso-8859-7 windows-1253"),
        ("יוהלארמתשבנםדקעחפגצטכזסןףךץ", "windows-1255"),
        ("اليمونرتبةعدسفهكقحجأشصطخضىذثئزءغآإظؤپچژگ", "windows-1256 iso-8859-6"),
        ("ęłóąśżćńź", "windows-1250 iso-8859-2"),
        ("íáéěřýčšžůúťďňóľôĺŕä", "windows-1250 iso-8859-2"),
        ("éáóöőíüúű", "windows-1250 iso-8859-2"),
        ("čšžćđ", "windows-1250 iso-8859-2"),
        ("ăîâşţșț", "windows-1250 iso-8859-2"),
        ("ıüşçöğâîû", "windows-1254"),
        ("ėšžąįūųčę", "windows-1257"),
        ("āīēšļžņčķģū", "windows-1257"),
        ("äõüöšž", "windows-1252 windows-1257"),
        ("านรอกเงมยลวดทสตะปบคหแจพชขใไโซผถุิีืึู่้็์ัำ", "windows-874"),
    ];

    /// <summary>All languages, preferred ones first.</summary>
    public static ImmutableArray<CharsetLanguage> All { get; } =
    [
        .. Alphabets.Select(
            static alphabet => new CharsetLanguage(alphabet.Encodings, alphabet.Letters, 0.85, OtherThanLetter)),
        new("shift_jis euc-jp", Kana, 0.6, OtherThanKana),
        new("euc-kr", Hangul, 0.5, OtherThanHangul),
        new("gbk", Simplified, 0.35, OtherThanIdeograph),
        new("big5", Traditional, 0.35, OtherThanIdeograph),
    ];

    /// <summary>The encodings to try.</summary>
    public static ImmutableArray<Charset> Charsets { get; } =
        [.. All.SelectMany(static language => language.Charsets).DistinctBy(static charset => charset.Name)];

    /// <summary>The language that fits a reading best, among those usual for its encoding.</summary>
    /// <param name="reading">The reading.</param>
    public static CharsetLanguage BestOf(CharsetReading reading) =>
        All.Where(language => language.IsWrittenIn(reading.Charset)).MaxBy(reading.In)!;

    /// <summary>The most likely language of a reading.</summary>
    /// <remarks>In an encoding for alphabets it may be any language.</remarks>
    /// <param name="reading">The reading.</param>
    public static CharsetLanguage Best(CharsetReading reading) =>
        MultiByteForm.Knows(reading.Charset.Name)
            ? BestOf(reading)
            : All.Where(static language => !MultiByteForm.Knows(language.Charsets[0].Name)).MaxBy(reading.In)!;

    private static double OtherThanLetter(char c) => -14;

    private static double OtherThanKana(char c) => c switch
    {
        >= '\u3040' and <= '\u30ff' => -9,
        >= '\u4e00' and <= '\u9fff' => -13.5,
        >= '\u3000' and <= '\u303f' or >= '\uff01' and <= '\uff5e' => -11,
        _ => -18,
    };

    private static double OtherThanHangul(char c) => c switch
    {
        >= '\uac00' and <= '\ud7a3' => -12,
        >= '\u4e00' and <= '\u9fff' => -18,
        _ => -16,
    };

    private static double OtherThanIdeograph(char c) => c switch
    {
        >= '\u4e00' and <= '\u9fff' => -12.5,
        >= '\u3000' and <= '\u303f' or >= '\uff01' and <= '\uff5e' => -11,
        < '\u0180' => -10,
        _ => -18,
    };
}
