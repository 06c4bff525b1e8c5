using System.Collections.Immutable;
using NewsDiff.Identity;
using NewsDiff.Tracking;

namespace NewsDiff.Tool.Output;

/// <summary>The addresses of an article, and their reasons.</summary>
internal sealed record UrlReport(
    UrlExplanation Explanation,
    ImmutableArray<AddressClaim>? Claims,
    TrackedArticle? Article)
{
    /// <summary>The canonical address, then every decision on its own line.</summary>
    internal IEnumerable<string> ToLines()
    {
        yield return Printable.Of(Explanation.Canonical.AbsoluteUri);
        foreach (string decision in Decisions())
        {
            yield return "  " + Printable.Of(decision);
        }
    }

    internal string ToJson() => JsonLine.Of(json =>
    {
        json.WriteString("url", Explanation.Original.OriginalString);
        json.WriteString("canonical", Explanation.Canonical.AbsoluteUri);
        json.WriteString("key", Explanation.Key);
        JsonLine.WriteAll(json, "decisions", Explanation.Decisions);
        if (Claims is { } claims)
        {
            json.WriteStartArray("claims");
            foreach (AddressClaim claim in claims)
            {
                json.WriteStartObject();
                json.WriteString("url", claim.Url.AbsoluteUri);
                json.WriteString("belief", NameOf(claim.Belief));
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

    private static string NameOf(ClaimBelief belief) => belief switch
    {
        ClaimBelief.Believed => "believed",
        ClaimBelief.IfFollowed => "if followed",
        _ => "refused",
    };

    private IEnumerable<string> Decisions()
    {
        foreach (string decision in Explanation.Decisions.Append($"Its key is {Explanation.Key}"))
        {
            yield return decision;
        }

        if (Claims is { } claims)
        {
            foreach (AddressClaim claim in claims)
            {
                yield return $"{claim.Reason} {claim.Url.AbsoluteUri}: {NameOf(claim.Belief)}.";
            }

            yield return claims.IsEmpty
                ? "The page states no other address."
                : "A believed address merges two articles when their texts agree.";
        }

        if (Article is not null)
        {
            yield return $"It is followed as article {Article.Id}, at {Article.Url.AbsoluteUri}, under the keys "
                + $"{string.Join(", ", Article.Keys)}";
        }
    }
}
