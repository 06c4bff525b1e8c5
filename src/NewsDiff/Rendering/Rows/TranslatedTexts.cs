using System.Globalization;
using NewsDiff.Rendering.Html;

namespace NewsDiff.Rendering.Rows;

/// <summary>Words that a host translates.</summary>
internal sealed class TranslatedTexts : IOwnTexts
{
    private readonly Func<string, int?, string> _translate;

    private TranslatedTexts(string language, Func<string, int?, string> translate)
    {
        _translate = translate;
        Language = language;
        Direction = TextDirection.IsRightToLeft([translate("Inserted", null)]) ? "rtl" : "ltr";
    }

    public string Language { get; }

    public string Direction { get; }

    /// <summary>The host's words, or English ones if the host does not translate.</summary>
    internal static IOwnTexts Of(string language, Func<string, int?, string>? translate) =>
        translate is null ? EnglishTexts.Instance : new TranslatedTexts(language, translate);

    public string Say(string english, params ReadOnlySpan<string> values) =>
        EnglishTexts.Fill(_translate(english, null), values);

    public string Count(string english, int number) =>
        EnglishTexts.Fill(_translate(english, number), number.ToString(CultureInfo.InvariantCulture));

    public string Later(DateTimeOffset from, DateTimeOffset to)
    {
        (string english, int? number) = RelativeTime.KeyOf(from, to);
        return number is { } some ? Count(english, some) : Say(english);
    }

    public string Translate(string english) => _translate(english, null);
}
