using System.Collections.Immutable;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>The addresses of an article, and the reasons for them.</summary>
internal sealed record UrlReport(
    Uri Url,
    ImmutableArray<AddressClaim>? Claims,
    TrackedArticle? Article)
{
    private readonly Uri _canonical = UrlCanonicalizer.Canonicalize(Url);
    private readonly ImmutableArray<string> _decisions = UrlCanonicalizer.Explain(Url);
    private readonly string _key = ArticleKeys.Compute(Url)[0];

    /// <summary>The canonical address, then each decision on a line of its own.</summary>
    internal IEnumerable<string> ToLines()
    {
        yield return Printable.Of(_canonical.AbsoluteUri);
        foreach (string decision in Decisions())
        {
            yield return "  " + Printable.Of(decision);
        }
    }

    internal string ToJson() => JsonLine.Of(json =>
    {
        json.WriteString("url", Url.OriginalString);
        json.WriteString("canonical", _canonical.AbsoluteUri);
        json.WriteString("key", _key);
        JsonLine.WriteAll(json, "decisions", _decisions);
        if (Claims is { } claims)
        {
            json.WriteStartArray("claims");
            foreach (AddressClaim claim in claims)
            {
                json.WriteStartObject();
                json.WriteString("url", claim.Url.AbsoluteUri);
                json.WriteString("belief", claim.BeliefName);
                json.WriteString("reason", claim.Reason);
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        if (Article is not null)
        {
            json.WriteString("article", Article.Id);
        }
    });

    private IEnumerable<string> Decisions()
    {
        foreach (string decision in _decisions.Append($"Known by the key {_key}"))
        {
            yield return decision;
        }

        if (Claims is { } claims)
        {
            foreach (AddressClaim claim in claims)
            {
                yield return claim.ToString();
            }

            yield return claims.IsEmpty
                ? "The page states no other address."
                : "A believed address merges two articles when their texts agree.";
        }

        if (Article is not null)
        {
            yield return $"The article is followed as {Article.Id}, at {Article.Url.AbsoluteUri}, under the keys "
                + $"{string.Join(", ", Article.Keys)}";
        }
    }
}
