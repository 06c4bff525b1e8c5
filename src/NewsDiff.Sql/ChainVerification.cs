using System.Globalization;
using System.Text.Json;
using NewsDiff.Storage;

namespace NewsDiff.Sql;

/// <summary>Verifies the versions of all articles, one after the other.</summary>
internal sealed class ChainVerification
{
    private long _history;
    private int _number;
    private int _lastKept;
    private bool _followsErased;
    private DecodedBody? _body;

    /// <summary>Verifies the next version.</summary>
    /// <returns>Its faults.</returns>
    public IEnumerable<string> Verify(VerifiedRow row)
    {
        long history = row.Key >> VersionKey.NumberBits;
        if (history != _history)
        {
            (_history, _number, _lastKept, _followsErased, _body) = (history, 0, 0, false, null);
        }

        int number = VersionKey.NumberIn(row.Key);
        string article = row.ArticleId is { } id ? $"the article '{id}'" : Text($"history {history}");
        string name = Text($"version {number} of {article}");
        List<string> faults = row.ArticleId is null ? [$"{name} belongs to no article"] : [];
        if (number != _number + 1)
        {
            faults.Add(Text($"{article} has no version {_number + 1}, but one with the number {number}"));
            _body = null;
        }

        _number = number;
        if (row.Body is { } body)
        {
            faults.AddRange(VerifyPlace(body).Concat(VerifyText(body)).Select(fault => $"{name} {fault}"));
            _followsErased = body.Erased is not null;
            _lastKept = body.Erased is null ? number : _lastKept;
        }
        else
        {
            faults.Add($"{name} cannot be read: {row.Fault}");
            _body = null;
        }

        return faults;
    }

    private IEnumerable<string> VerifyPlace(StoredBody row)
    {
        if (_followsErased && row.Depth > 0)
        {
            yield return "is stored as a difference from an erased text";
        }

        if (row.Erased is not null && row.KeptBefore != _lastKept)
        {
            yield return Text($"takes version {row.KeptBefore} for the last one with a text, but it is {_lastKept}");
        }
    }

    private IEnumerable<string> VerifyText(StoredBody row)
    {
        try
        {
            _body = VersionBody.Decode(row.Body, row.Depth, row.Place, _body);
            Article article = ArticleJson.Deserialize(_body.Value.Json);
            bool isErased = row.Erased is not null;
            return isErased && (article.Title.Length > 0 || article.Paragraphs.Length > 0)
                ? ["was erased, but still has a text"]
                : !isErased && HashColumn.IsHash(row.Hash)
                    && HashColumn.Decode(row.Hash) != ContentHash.Compute(article)
                ? ["has a text that does not match its hash"]
                : [];
        }
        catch (Exception fault) when (fault is FormatException or JsonException or ArgumentException)
        {
            _body = null;
            return [$"cannot be read: {fault.Message}"];
        }
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
