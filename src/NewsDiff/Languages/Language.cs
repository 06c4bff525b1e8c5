using System.Collections.Immutable;

namespace NewsDiff.Languages;

/// <summary>The words of a language that pages and dates are read by. All are optional.</summary>
/// <remarks>
/// A text holds words separated by spaces, with "_" for a space in a word; phrases are in lists. Words are in lower
/// case unless their summary says otherwise.
/// </remarks>
internal sealed record Language
{
    /// <summary>The codes of the language, such as <c>no nb nn</c>.</summary>
    public string Codes { get; init; } = "";

    /// <summary>Its most frequent words, for languages that share their script with others.</summary>
    public string CommonWords { get; init; } = "";

    /// <summary>The country of a page that states only this language; null for none.</summary>
    public string? Country { get; init; }

    /// <summary>Whether its numeric dates begin with the year; those that end in it are ambiguous.</summary>
    public bool WritesYearFirst { get; init; }

    /// <summary>The names of the months: twelve groups separated by commas.</summary>
    public string Months { get; init; } = "";

    /// <summary>The names of the weekdays: seven groups separated by commas, Monday first.</summary>
    public string Weekdays { get; init; } = "";

    /// <summary>The twelve months of the Persian calendar.</summary>
    public string PersianMonths { get; init; } = "";

    /// <summary>The twelve months of the Islamic calendar; an underscore stands for a space.</summary>
    public string IslamicMonths { get; init; } = "";

    /// <summary>Signs of the Islamic era, which stand behind a date in figures.</summary>
    public string IslamicEras { get; init; } = "";

    /// <summary>Words that number a month: "tháng 5" is May.</summary>
    public string MonthSigns { get; init; } = "";

    /// <summary>Words for the twelve hours before noon, without dots.</summary>
    /// <remarks>In all halves of the day, a prefix such as "nl:" limits a word to texts in that language.</remarks>
    public string Am { get; init; } = "";

    /// <summary>Words for the twelve hours after noon.</summary>
    public string Pm { get; init; } = "";

    /// <summary>Words for the hours before noon, where 12 may be noon or midnight.</summary>
    public string Morning { get; init; } = "";

    /// <summary>Words for the hours after midnight.</summary>
    public string Small { get; init; } = "";

    /// <summary>Words for the hours around noon.</summary>
    public string Midday { get; init; } = "";

    /// <summary>Words for the hours from noon to the evening.</summary>
    public string Afternoon { get; init; } = "";

    /// <summary>Words for the hours after noon, where 12 may be noon or midnight.</summary>
    public string Later { get; init; } = "";

    /// <summary>Words for the hours before night.</summary>
    public string Evening { get; init; } = "";

    /// <summary>Words for the last hours of the day.</summary>
    public string Night { get; init; } = "";

    /// <summary>The small words between the parts of a date.</summary>
    public string DateParticles { get; init; } = "";

    /// <summary>Words beside a clock time that cannot name a half of the day.</summary>
    public string ClockWords { get; init; } = "";

    /// <summary>Words between a clock time and its half: "de la tarde", "Uhr nachmittags".</summary>
    public string HalfParticles { get; init; } = "";

    /// <summary>Beginnings of words that label the date of an update.</summary>
    public ImmutableArray<string> UpdateLabels { get; init; } = [];

    /// <summary>Beginnings of words that label the date of publication.</summary>
    public ImmutableArray<string> PublishLabels { get; init; } = [];

    /// <summary>Words and phrases that begin a byline.</summary>
    public ImmutableArray<string> BylineOpenings { get; init; } = [];

    /// <summary>Words before the name of somebody who checked or edited a text.</summary>
    public ImmutableArray<string> ReviewOpenings { get; init; } = [];

    /// <summary>What follows the names in a byline.</summary>
    public ImmutableArray<string> BylineEnds { get; init; } = [];

    /// <summary>Words and marks between two names.</summary>
    public ImmutableArray<string> NameJoints { get; init; } = [];

    /// <summary>Words and phrases in bylines that are not names.</summary>
    public ImmutableArray<string> NotNames { get; init; } = [];

    /// <summary>Beginnings of texts that are not names, as written.</summary>
    public ImmutableArray<string> NotNameStarts { get; init; } = [];

    /// <summary>Words for what people do, which bylines add to names.</summary>
    public ImmutableArray<string> Occupations { get; init; } = [];

    /// <summary>Words for what people do that follow names, with or without a space.</summary>
    public ImmutableArray<string> TitlesAfterNames { get; init; } = [];

    /// <summary>Degrees, licences and honours that follow a name behind a comma, without dots.</summary>
    public string NameSuffixes { get; init; } = "";

    /// <summary>Words in class names of elements that hold the author.</summary>
    public string AuthorNames { get; init; } = "";

    /// <summary>Folders in addresses of authors' pages.</summary>
    public string AuthorFolders { get; init; } = "";

    /// <summary>Words in class names of elements that hold advertising.</summary>
    public string AdvertNames { get; init; } = "";

    /// <summary>Lines between paragraphs that name something beside them.</summary>
    public ImmutableArray<string> Labels { get; init; } = [];

    /// <summary>Words before a colon and the name of who made a picture.</summary>
    public string PictureLabels { get; init; } = "";

    /// <summary>Lines above the transcript of a recording.</summary>
    public ImmutableArray<string> TranscriptLabels { get; init; } = [];

    /// <summary>Words that begin a correction notice before a colon or the like, as written.</summary>
    public ImmutableArray<string> CorrectionLabels { get; init; } = [];

    /// <summary>Beginnings of sentences that announce a correction, as written.</summary>
    public ImmutableArray<string> CorrectionSentences { get; init; } = [];

    /// <summary>Words that begin a notice of an update before a colon or the like, as written.</summary>
    public ImmutableArray<string> UpdateNotices { get; init; } = [];

    /// <summary>Parts of sentences that tell of a correction after publication.</summary>
    public ImmutableArray<string> NoticePhrases { get; init; } = [];

    /// <summary>Words that tell of a correction or an update after a date, as in "5月3日 訂正".</summary>
    public string DatedNotices { get; init; } = "";

    /// <summary>Words that deny; in languages without spaces, parts of words.</summary>
    public string Negations { get; init; } = "";

    /// <summary>Words that say how certain or exact a statement is.</summary>
    public string HedgeWords { get; init; } = "";

    /// <summary>Words that deny what they replace, such as "without" for "with".</summary>
    public string AbsenceWords { get; init; } = "";

    /// <summary>Words that make a number after them less exact, and have other meanings elsewhere.</summary>
    public string ApproximationWords { get; init; } = "";

    /// <summary>Words by which a text says who said something.</summary>
    public string SayingWords { get; init; } = "";

    /// <summary>Other words beside quotations, such as "asked" and "called".</summary>
    /// <remarks>Where there are none, no quotation is taken for a title.</remarks>
    public string QuotingWords { get; init; } = "";

    /// <summary>Phrases whose negation denies nothing; in languages without spaces, words that contain one.</summary>
    public string OtherCompounds { get; init; } = "";

    /// <summary>Names of places, for scripts without capitals.</summary>
    public string Places { get; init; } = "";

    /// <summary>Words after names of people, for scripts without capitals.</summary>
    public string Honorifics { get; init; } = "";

    /// <summary>Abbreviations, without the full stop, which does not end a sentence.</summary>
    public string Abbreviations { get; init; } = "";

    /// <summary>Numbers in words.</summary>
    public string NumberWords { get; init; } = "";

    /// <summary>
    /// Stems of words for a reader's comment; a line that asks readers to log in for one is not a wall.
    /// </summary>
    public string CommentWords { get; init; } = "";

    /// <summary>Phrases in titles of error pages.</summary>
    public ImmutableArray<string> ErrorTitles { get; init; } = [];

    /// <summary>Words that headlines have too; a title with no other words is that of an error page.</summary>
    public ImmutableArray<string> ErrorSigns { get; init; } = [];

    /// <summary>Phrases of walls: consent, login, payment, a bot check.</summary>
    public ImmutableArray<string> WallPhrases { get; init; } = [];

    /// <summary>The names of each month.</summary>
    public IEnumerable<string[]> MonthNames => Groups(Months);

    public IEnumerable<string[]> IslamicMonthNames => Groups(IslamicMonths);

    /// <summary>The names of each weekday.</summary>
    public IEnumerable<string[]> WeekdayNames => Groups(Weekdays);

    /// <summary>The words of a text.</summary>
    public static IEnumerable<string> Split(string words) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Replace('_', ' '));

    private static IEnumerable<string[]> Groups(string text) =>
        text.Length == 0 ? [] : text.Split(',').Select(group => Split(group).ToArray());
}
