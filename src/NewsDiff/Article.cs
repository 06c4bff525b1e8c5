using System.Collections.Immutable;
using System.Globalization;

using NewsDiff.Diffing;

namespace NewsDiff;

/// <summary>The content of a page: title, paragraphs, and what it states about itself.</summary>
/// <remarks>
/// Instances are immutable. Compare texts with <see cref="HasSameContentAs"/>: equality compares the arrays by
/// reference.
/// </remarks>
public sealed record Article
{
    /// <summary>The address it was read from, after redirects.</summary>
    public required Uri Url { get; init; }

    /// <summary>The headline that readers see.</summary>
    public required string Title { get; init; }

    /// <summary>The body, in reading order. The default is empty.</summary>
    public ImmutableArray<Paragraph> Paragraphs { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The names of its authors, without "by". The default is empty.</summary>
    public ImmutableArray<string> Authors { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When it was first published, as the publisher states it; or null.</summary>
    public ArticleDate? PublishedAt { get; init; }

    /// <summary>When it was last modified, as the publisher states it; or null.</summary>
    public ArticleDate? ModifiedAt { get; init; }

    /// <summary>The language as a BCP 47 tag such as <c>en</c> or <c>pt-BR</c>, or null.</summary>
    /// <remarks>
    /// <see cref="Extraction.HtmlArticleExtractor"/> takes what the page states, unless the script or the most frequent
    /// words of the text contradict it; where the page states none, the text decides.
    /// </remarks>
    public string? Language { get; init; }

    /// <summary>The name of the publication, or null.</summary>
    public string? SiteName { get; init; }

    /// <summary>The section it appeared in, or null.</summary>
    public string? Section { get; init; }

    /// <summary>The summary that the page states, such as its standfirst; or null.</summary>
    public string? Summary { get; init; }

    /// <summary>The canonical address that the page states, or null.</summary>
    public Uri? CanonicalUrl { get; init; }

    /// <summary>The address of its main picture, or null.</summary>
    public Uri? LeadImageUrl { get; init; }

    /// <summary>The captions of its pictures and tables, in reading order. The default is empty.</summary>
    public ImmutableArray<string> Captions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The addresses that its text links to, each once, in order. The default is empty.</summary>
    public ImmutableArray<Uri> Links { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>Whether the default comparison with another article shows no change.</summary>
    /// <param name="other">The article to compare with.</param>
    /// <returns>True when title and paragraphs are equal, except in white space and Unicode forms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    public bool HasSameContentAs(Article other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return Paragraphs.Length == other.Paragraphs.Length
            && Paragraphs.Zip(other.Paragraphs).All(pair => pair.First.Kind == pair.Second.Kind)
            && ComparedText.AreSame(
                Paragraphs.Zip(other.Paragraphs, (left, right) => (left.Text, right.Text))
                    .Prepend((Title, other.Title)));
    }

    /// <summary>The article in one line, such as <c>Ferry late (news.example), 9 paragraphs</c>.</summary>
    /// <returns>The line.</returns>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Title} ({(Url.IsAbsoluteUri ? Url.IdnHost : "")}), {Paragraphs.Length} paragraphs");
}
