using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using NewsDiff.Addresses;
using NewsDiff.Identity;

namespace NewsDiff.Tracking.Metadata;

/// <summary>The part of a value that counts: two values with the same key say the same.</summary>
internal static class MetadataKey
{
    /// <summary>The characters of a short hash: 48 bits distinguish a handful of values.</summary>
    private const int ShortLength = 8;

    /// <summary>The key of a value.</summary>
    public static string Of(MetadataField field, string value) => field switch
    {
        MetadataField.Authors or MetadataField.Section => Words(value).ToUpperInvariant(),
        MetadataField.Summary or MetadataField.Captions => Words(value),
        MetadataField.LeadImage => PictureName.Of(value),
        MetadataField.Links => Target(value),
        _ => ArticleDate.TryParse(value, out ArticleDate date) && date.Precision >= DatePrecision.Minute
            ? new ArticleDate(date.Local, DatePrecision.Minute, date.Offset).ToString()
            : value,
    };

    /// <summary>A short hash of all values of a field, in any order.</summary>
    public static string Short(MetadataField field, ImmutableArray<string> values)
    {
        string all = string.Join('\0', values.Select(value => Of(field, value)).Order(StringComparer.Ordinal));
        return Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(all)))[..ShortLength];
    }

    /// <summary>A text without markup's escapes, in one Unicode form, with single spaces.</summary>
    private static string Words(string value)
    {
        string text = WebUtility.HtmlDecode(value);
        string single = string.Join(
            ' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        try
        {
            return single.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // Half a surrogate pair has no other form.
            return single;
        }
    }

    /// <summary>Where a link leads, whatever its scheme, its <c>www</c>, its last slash and its order.</summary>
    private static string Target(string value)
    {
        if (!Uri.TryCreate(value, UriKind.Absolute, out Uri? url) || !WebScheme.IsIn(url))
        {
            return value;
        }

        Uri target = UrlCanonicalizer.Canonicalize(url);
        string host = target.Host.StartsWith("www.", StringComparison.Ordinal) ? target.Host[4..] : target.Host;
        IEnumerable<string> parameters = target.Query.TrimStart('?')
            .Split('&', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
        string query = string.Join('&', parameters);
        return host + target.AbsolutePath.TrimEnd('/') + (query.Length == 0 ? "" : "?" + query);
    }
}
