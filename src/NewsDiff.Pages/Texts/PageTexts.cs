using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NewsDiff.Rendering;

namespace NewsDiff.Pages.Texts;

/// <summary>The pages' own words, numbers and dates in one language.</summary>
/// <remarks>The words are data: a file for each language, in which the English text is the key.</remarks>
internal sealed class PageTexts
{
    /// <summary>The languages that have a file.</summary>
    internal static readonly ImmutableArray<string> Languages = ["ar", "de", "en", "es", "fr", "ja", "pt", "ru"];

    private static readonly ConcurrentDictionary<string, PageTexts> Read = new(StringComparer.Ordinal);
    private readonly TextFile _file;

    private PageTexts(TextFile file) => _file = file;

    /// <summary>The language, as HTML writes it.</summary>
    internal string Language => _file.Language;

    /// <summary>Whether it is written from left to right (<c>ltr</c>) or from right to left (<c>rtl</c>).</summary>
    internal string Direction => _file.Direction;

    /// <summary>A text without places for values.</summary>
    internal string this[string english] => _file.Texts.TryGetValue(english, out string? text)
        ? text
        : throw new InvalidOperationException($"The file of the language '{Language}' has no text for '{english}'.");

    /// <summary>The words of a language that has a file.</summary>
    internal static PageTexts Of(string language) =>
        Read.GetOrAdd(language, static language => new PageTexts(ReadFile(language)));

    /// <summary>Reads the file of a language.</summary>
    internal static TextFile ReadFile(string language)
    {
        using Stream json = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Texts.{language}.json")!;
        return JsonSerializer.Deserialize(json, TextFileJson.Default.TextFile)!;
    }

    /// <summary>A text that may not be in the file, such as a message of a store; null then.</summary>
    internal string? Find(string english) => _file.Texts.GetValueOrDefault(english);

    /// <summary>A text with values in its places.</summary>
    internal string Say(string english, params ReadOnlySpan<string> values) => Fill(this[english], values);

    /// <summary>A text that depends on a number, with the number in its first place.</summary>
    internal string Count(string english, int number) =>
        Fill(_file.Counts[english][PluralForm.Of(Language, number)], Number(number));

    /// <summary>A number, with its thousands set apart.</summary>
    internal string Number(int number) =>
        number.ToString("#,0", CultureInfo.InvariantCulture).Replace(",", _file.Thousands, StringComparison.Ordinal);

    /// <summary>An instant, to the minute, in UTC.</summary>
    internal string Clock(DateTimeOffset at) => Moment(at.UtcDateTime, _file.Time) + " UTC";

    /// <summary>A date and time as a publisher states it, without a zone.</summary>
    internal string Moment(DateTime at) => Moment(at, _file.Time);

    /// <summary>A date.</summary>
    internal string Day(DateTime at) => Moment(at, _file.Day);

    /// <summary>A month of a year.</summary>
    internal string Month(DateTime at) => Moment(at, _file.Month);

    /// <summary>How much later or earlier an instant is.</summary>
    internal string Later(DateTimeOffset from, DateTimeOffset to)
    {
        (bool isAbout, long number, string unit) = RelativeTime.Measure(from, to);
        string way = to < from ? "earlier" : "later";
        return number == 0
            ? this[$"less than a {unit} {way}"]
            : Count($"{(isAbout ? "about " : "")}{{0}} {unit}s {way}", (int)number);
    }

    private static string Fill(string text, params ReadOnlySpan<string> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            string place = string.Create(CultureInfo.InvariantCulture, $"{{{i}}}");
            text = text.Replace(place, values[i], StringComparison.Ordinal);
        }

        return text;
    }

    private string Moment(DateTime at, string form)
    {
        string text = form.Replace("{month}", _file.Months[at.Month - 1], StringComparison.Ordinal);
        return text
            .Replace("{day}", at.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year}", at.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{clock}", at.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
