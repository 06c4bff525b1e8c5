using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using NewsDiff.Rendering;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Pages.Texts;

/// <summary>The pages' own words, numbers and dates in one language.</summary>
/// <remarks>The words are data: a file for each language, in which the English text is the key.</remarks>
internal sealed class PageTexts : IOwnTexts
{
    /// <summary>The languages that have a file.</summary>
    internal static readonly ImmutableArray<string> Languages = ["ar", "de", "en", "es", "fr", "ja", "pt", "ru"];

    private static readonly ConcurrentDictionary<string, PageTexts> Read = new(StringComparer.Ordinal);
    private readonly TextFile _file;
    private readonly ImmutableArray<SentencePattern> _patterns;

    private PageTexts(TextFile file)
    {
        _file = file;
        _patterns =
        [
            .. file.Sentences.Keys.Where(english => english.Contains('{', StringComparison.Ordinal))
                .Select(english => new SentencePattern(english)),
        ];
    }

    /// <summary>The language, as HTML writes it.</summary>
    public string Language => _file.Language;

    /// <summary>Whether it is written from left to right (<c>ltr</c>) or from right to left (<c>rtl</c>).</summary>
    public string Direction => _file.Direction;

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

    /// <inheritdoc/>
    public string Translate(string english) => Find(english) ?? english;

    /// <summary>A sentence of the library, such as a reason; null if it is not known.</summary>
    internal string? Find(string english)
    {
        if (_file.Texts.TryGetValue(english, out string? text) || _file.Sentences.TryGetValue(english, out text))
        {
            return text;
        }

        foreach (SentencePattern pattern in _patterns)
        {
            if (pattern.ValuesOf(english) is { } values)
            {
                return EnglishTexts.Fill(_file.Sentences[pattern.English], values);
            }
        }

        return null;
    }

    /// <summary>A text with values in its places.</summary>
    public string Say(string english, params ReadOnlySpan<string> values) => EnglishTexts.Fill(this[english], values);

    /// <summary>A text that depends on a number, with the number in its first place.</summary>
    public string Count(string english, int number) => EnglishTexts.Fill(Form(english, number), Number(number));

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
    public string Later(DateTimeOffset from, DateTimeOffset to)
    {
        (string english, int? number) = RelativeTime.KeyOf(from, to);
        return number is { } some ? Count(english, some) : this[english];
    }

    /// <summary>The words for renderers and feeds, which fill the places themselves.</summary>
    internal string Form(string english, int? number) => number is { } some
        ? _file.Counts[english][PluralForm.Of(Language, some)]
        : Translate(english);

    private string Moment(DateTime at, string form)
    {
        string text = form.Replace("{month}", _file.Months[at.Month - 1], StringComparison.Ordinal);
        return text
            .Replace("{day}", at.Day.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year}", at.ToString("yyyy", CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{clock}", at.ToString("HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }
}
