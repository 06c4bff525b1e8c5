using System.Collections.Immutable;

namespace NewsDiff.Text;

/// <summary>The languages and encodings that undeclared texts are commonly in.</summary>
internal static class CharsetModels
{
    /// <summary>Characters that stand between words in any language; they are worth more than a stray symbol.</summary>
    private const string Punctuation = "\u00a0–—“”„‘’«»…•·©®°№€";

    /// <summary>Languages with an alphabet: its letters beyond ASCII, the most frequent first, and the encodings to try.</summary>
    private static readonly ImmutableArray<(string Letters, string Encodings)> Alphabets =
    [
        ("éäöüàèáíóñçêßåøæôîâúãõëïùûòìœ", "windows-1252"),
        ("оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё", "windows-1251 koi8-r iso-8859-5 ibm866 x-mac-cyrillic"),
        ("аиоентрсвлкдпмъузгбчщяцжхшйфюь", "windows-1251 iso-8859-5"),
        ("оанивітесрлкудмпяьзбгчйхжюцщєїфшґ", "windows-1251 koi8-u"),
        ("αοιετσνηυρπκμλςωόίέάθγήύδώφχβξζψϊϋ", "iso-8859-7 windows-1253"),
        ("יוהלארמתשבנםדקעחפגצטכזסןףךץ", "windows-1255"),
        ("اليمونرتبةعدسفهكقحجأشصطخضىذثئزءغآإظؤ", "windows-1256 iso-8859-6"),
        ("ęłóąśżćńź", "windows-1250 iso-8859-2"),
        ("íáéěřýčšžůúťďňóľôĺŕä", "windows-1250 iso-8859-2"),
        ("éáóöőíüúű", "windows-1250 iso-8859-2"),
        ("čšžćđ", "windows-1250 iso-8859-2"),
        ("ăîâşţ", "windows-1250 iso-8859-2"),
        ("ıüşçöğİâî", "windows-1254"),
        ("ėšžąįūųčęāēīļņģķõäöü", "windows-1257"),
        ("านรอกเงมยลวดทสตะปบคหแจพชขใไโซผถุิีืึู่้็์ัำ", "windows-874"),
    ];

    private const string Kana =
        "のいるたにしてをはとがでなかりすまれっこもあさらくきよえうおけそつやどめだ、。ンーストルイラリアドクシ日人一年大国会本中";

    private const string Hangul = "이다는의에을가고하지한로기은사를도서인정스리대자시어나여수과일해보장그아부주전있적원제";

    private const string Simplified = "的一是不在人有我他这中大来上国个到说们为子和你地出道也时年得就那要下以生会自着去之过家学对可里后小么，。、";

    private const string Traditional = "的一是不在人有我他這中大來上國個到說們為子和你地出道也時年得就那要下以生會自著去之過家學對可裡後小麼，。、";

    /// <summary>Makes the models, those to be preferred first.</summary>
    public static ImmutableArray<CharsetModel> Create() =>
    [
        .. Alphabets.SelectMany(static alphabet => alphabet.Encodings.Split(' ')
            .Select(encoding => new CharsetModel(Named(encoding), alphabet.Letters, 0.85, OtherThanLetter))),
        new(Named("shift_jis"), Kana, 0.6, OtherThanKana),
        new(Named("euc-jp"), Kana, 0.6, OtherThanKana),
        new(Named("euc-kr"), Hangul, 0.5, OtherThanHangul),
        new(Named("gbk"), Simplified, 0.35, OtherThanIdeograph),
        new(Named("big5"), Traditional, 0.35, OtherThanIdeograph),
    ];

    private static Charset Named(string label) => CharsetLabels.Find(label)!;

    private static double OtherThanLetter(char c) => Punctuation.Contains(c, StringComparison.Ordinal) ? -8 : -14;

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
        _ => -18,
    };
}
