using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using NewsDiff.Events;
using NewsDiff.Rendering;
using NewsDiff.Rendering.Html;
using NewsDiff.Rendering.Rows;

namespace NewsDiff.Syndication;

/// <summary>The common parts of an entry in all formats.</summary>
internal sealed record ChangeFeedEntry
{
    internal required string Id { get; init; }

    internal required string Title { get; init; }

    internal required string Summary { get; init; }

    internal required string Html { get; init; }

    internal required string Author { get; init; }

    internal required DateTimeOffset At { get; init; }

    internal Uri? Link { get; init; }

    internal string? Language { get; init; }

    internal static ChangeFeedEntry Of(ArticleChange change, ChangeFeedOptions options, IOwnTexts texts)
    {
        Article article = change.After.Article;
        string headline = string.IsNullOrWhiteSpace(article.Title) ? article.Url.OriginalString : article.Title;
        Uri link = options.LinkOf?.Invoke(change) ?? article.Url;
        return new ChangeFeedEntry
        {
            Id = IdOf(change),
            Title = texts.Say(
                change.Diff.Title.HasChanges ? "Headline changed: {0}" : "Text changed: {0}", headline),
            Summary = Sentence(change, texts),
            Html = new MailDiffRenderer { Texts = texts }.Render(change.Diff),
            Author = string.IsNullOrWhiteSpace(article.SiteName) ? article.Url.IdnHost : article.SiteName,
            At = change.After.SeenAt,
            Link = HtmlText.IsLinkable(link) ? link : null,
            Language = HtmlText.IsLanguage(article.Language) ? article.Language : null,
        };
    }

    /// <summary>The entry of an event; for an event with a change, the entry of the change.</summary>
    internal static ChangeFeedEntry Of(ArticleNotice notice, ChangeFeedOptions options, IOwnTexts texts)
    {
        if (notice.Change is { } change)
        {
            return Of(change, options, texts);
        }

        ArticleEvent happened = notice.Event;
        Article? article = notice.Version is { HasText: true } version ? version.Article : null;
        string headline = string.IsNullOrWhiteSpace(article?.Title) ? happened.Host : article.Title;
        string sentence = texts.Say(happened.Describe());
        string? reason = happened.Reason is { } english ? texts.Translate(english) : null;
        string[] changes = [.. happened.Metadata.Select(changed => DescriptionOf(changed, texts))];
        string summary = string.Join(' ', ((string?[])[sentence, reason, .. changes]).OfType<string>());
        Uri? link = options.LinkOfArticle?.Invoke(happened.MergedInto ?? happened.ArticleId) ?? article?.Url;
        return new ChangeFeedEntry
        {
            Id = $"urn:uuid:{happened.Id}",
            Title = headline.Length == 0
                ? sentence
                : texts.Say("{0}: {1}", sentence.TrimEnd('.', '。'), headline),
            Summary = summary,
            Html = $"<p>{HtmlText.Encode(summary)}</p>",
            Author = string.IsNullOrWhiteSpace(article?.SiteName) ? happened.Host : article.SiteName,
            At = happened.At,
            Link = link is not null && HtmlText.IsLinkable(link) ? link : null,
            Language = null,
        };
    }

    /// <summary>A UUID of version 8 (RFC 9562), equal for the same change everywhere.</summary>
    private static string IdOf(ArticleChange change)
    {
        (int old, int @new) = (change.Before.Number, change.After.Number);
        string name = string.Create(
            CultureInfo.InvariantCulture, $"newsdiff change\n{old}\n{@new}\n{change.ArticleId}");
        Span<byte> bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return $"urn:uuid:{new Guid(bytes, bigEndian: true)}";
    }

    private static string Sentence(ArticleChange change, IOwnTexts texts)
    {
        string summary = SummaryText.Write(change.Diff, texts);
        string what = char.ToUpperInvariant(summary[0]) + summary[1..];
        string excerpt = Excerpt.TextOf(change.Diff);
        string which = texts.Say(
            "{0}. Version {1}, {2} than version {3}.",
            what,
            Text(change.After.Number),
            texts.Later(change.Before.SeenAt, change.After.SeenAt),
            Text(change.Before.Number));
        return excerpt.Length == 0 ? which : $"{which} {excerpt}";
    }

    private static string DescriptionOf(MetadataChange change, IOwnTexts texts)
    {
        string field = texts.Say(FieldName.Of(change.Field));
        return texts.Say("{0}: {1} → {2}.", field, Quote(change.Before), Quote(change.After));

        string Quote(ImmutableArray<string> values) => values.IsEmpty
            ? texts.Say("none")
            : string.Join(", ", values.Select(static value => $"\"{value}\""));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
