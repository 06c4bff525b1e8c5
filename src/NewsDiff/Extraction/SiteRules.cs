using System.Collections.Immutable;
using System.Text;
using AngleSharp.Html.Dom;
using NewsDiff.Extraction.Parsing;
using NewsDiff.Extraction.Rules;
using NewsDiff.Extraction.Rules.SiteConfigs;

namespace NewsDiff.Extraction;

/// <summary>Rules for sites that the generic extraction reads wrongly. Safe for concurrent use.</summary>
public sealed class SiteRules
{
    private readonly ImmutableArray<CompiledRule> _rules;

    internal SiteRules(IEnumerable<CompiledRule> rules) =>
        _rules = [.. rules.OrderByDescending(rule => rule.Rule.Host.Length).ThenBy(
            rule => rule.Rule.Host, StringComparer.Ordinal)];

    /// <summary>No rules.</summary>
    public static SiteRules None { get; } = new([]);

    /// <summary>The rules, longest hosts first.</summary>
    public ImmutableArray<SiteRule> All => [.. _rules.Select(rule => rule.Rule)];

    /// <summary>Reads rules from JSON: an object of hosts, each an object of fields and selectors.</summary>
    /// <param name="json">The JSON; comments and trailing commas are allowed.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="json"/> is null.</exception>
    /// <exception cref="SiteRulesException">It is not such JSON, or a rule is wrong.</exception>
    public static SiteRules Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        return new SiteRules(SiteRulesReader.Read(Encoding.UTF8.GetBytes(json)));
    }

    /// <summary>Reads rules from a stream of JSON in UTF-8; see <see cref="Parse"/>.</summary>
    /// <param name="stream">The stream, read to its end and left open.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    /// <exception cref="SiteRulesException">It is not such JSON, or a rule is wrong.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static async Task<SiteRules> LoadAsync(Stream stream, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var content = new MemoryStream();
        await stream.CopyToAsync(content, cancellationToken).ConfigureAwait(false);
        return new SiteRules(SiteRulesReader.Read(content.GetBuffer().AsSpan(0, (int)content.Length)));
    }

    /// <summary>Translates site configs of Full-Text RSS to rules in JSON, for <see cref="Parse"/>.</summary>
    /// <param name="files">The names of the files, such as <c>example.com.txt</c>, and their texts.</param>
    /// <param name="report">Receives each directive and file that is left out; null for nobody.</param>
    /// <returns>The rules; nothing is refused as a whole.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="files"/> is null.</exception>
    public static string ImportSiteConfigs(
        IEnumerable<KeyValuePair<string, string>> files,
        Action<SiteRulesException>? report = null)
    {
        ArgumentNullException.ThrowIfNull(files);
        return SiteConfigImport.ToJson(files, report);
    }

    /// <summary>Finds the rule for an address: that of its host or nearest parent domain.</summary>
    /// <param name="url">The address.</param>
    /// <returns>The rule, or null.</returns>
    /// <exception cref="ArgumentException"><paramref name="url"/> is null or relative.</exception>
    public SiteRule? Find(Uri url)
    {
        AbsoluteUrl.ThrowIfNot(url);
        return FindCompiled(url)?.Rule;
    }

    /// <summary>Shows what each selector of a page's rule matches.</summary>
    /// <param name="request">The page.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>
    /// For each field of the rule, such as <c>body</c>, the texts of its matches in the page's order, up to 1,000,000
    /// characters; empty without a rule, or past the default limits of <see cref="ExtractionOptions"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="request"/> is null.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public ImmutableDictionary<string, ImmutableArray<string>> Try(
        ExtractionRequest request,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (FindCompiled(request.Url) is not { } rule)
        {
            return ImmutableDictionary<string, ImmutableArray<string>>.Empty;
        }

        using IHtmlDocument? document =
            new PageParser(new ExtractionOptions()).ParseForSelectors(request.Html, cancellationToken);
        return document is null ? ImmutableDictionary<string, ImmutableArray<string>>.Empty : rule.Try(document);
    }

    internal CompiledRule? FindCompiled(Uri url)
    {
        string host = url.IdnHost;
        foreach (CompiledRule rule in _rules)
        {
            if (IsFor(host, rule.Rule.Host))
            {
                return rule;
            }
        }

        return null;
    }

    /// <summary>Whether a host has a rule: its own, that of a parent, or that of a parent's subdomains.</summary>
    private static bool IsFor(string host, string ruled)
    {
        if (!host.EndsWith(ruled, StringComparison.OrdinalIgnoreCase))
        {
            return false;
        }

        int rest = host.Length - ruled.Length;
        return ruled[0] == '.'
            ? rest > 0 && !host.AsSpan(0, rest).Equals("www", StringComparison.OrdinalIgnoreCase)
            : rest == 0 || host[rest - 1] == '.';
    }
}
