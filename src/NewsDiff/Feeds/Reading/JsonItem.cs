using System.Text.Json;
using NewsDiff.Dates;
using NewsDiff.Text;

namespace NewsDiff.Feeds.Reading;

/// <summary>Reads the items of a JSON Feed.</summary>
internal sealed class JsonItem(CharBuffer text, LinkResolver links, Uri baseUrl)
{
    // The summary is preferred to the content, and plain text to HTML.
    private string? _summary;
    private string? _plain;
    private string? _html;

    // What another site's page is about: the item's own page is preferred.
    private Uri? _external;

    /// <summary>Reads the item at the reader.</summary>
    public FeedEntry Read(ref Utf8JsonReader json)
    {
        var entry = new EntryDraft();
        _summary = _plain = _html = null;
        _external = null;
        while (JsonTokens.MoveToProperty(ref json, text, out ReadOnlySpan<char> name))
        {
            switch (name)
            {
                case "tags" when json.TokenType == JsonTokenType.StartArray:
                    ReadTags(ref json, entry);
                    break;
                case "tags":
                    entry.AddCategory(FeedText.Collapse(JsonTokens.ReadText(ref json, text)));
                    break;
                case "authors" or "author":
                    // Version 1.0 had one author, 1.1 has several.
                    JsonAuthors.Read(ref json, text, entry.AddAuthor);
                    break;
                default:
                    ReadText(ref json, name, entry);
                    break;
            }
        }

        entry.Summary = _summary ?? _plain ?? _html;
        entry.OtherLink = FeedLink.FromId(entry.Id) is null ? _external : null;
        return entry.ToEntry();
    }

    private void ReadText(ref Utf8JsonReader json, scoped ReadOnlySpan<char> name, EntryDraft entry)
    {
        switch (name)
        {
            case "id":
                entry.Id = FeedText.Short(JsonTokens.ReadText(ref json, text), FeedLimits.AddressLength);
                break;
            case "url":
                entry.Link = links.Resolve(JsonTokens.ReadText(ref json, text), baseUrl);
                break;
            case "external_url":
                _external = links.Resolve(JsonTokens.ReadText(ref json, text), baseUrl);
                break;
            case "title":
                entry.Title = FeedText.FromText(JsonTokens.ReadText(ref json, text));
                break;
            case "date_published":
                entry.PublishedAt = FeedDate.Read(JsonTokens.ReadText(ref json, text));
                break;
            case "date_modified":
                entry.UpdatedAt = FeedDate.Read(JsonTokens.ReadText(ref json, text));
                break;
            case "summary" when JsonTokens.IsText(json):
                _summary = FeedText.FromText(JsonTokens.ReadText(ref json, text));
                break;
            case "content_text" when _summary is null && JsonTokens.IsText(json):
                _plain = FeedText.Collapse(JsonTokens.ReadText(ref json, text));
                break;
            case "content_html" when _summary is null && _plain is null:
                _html = FeedText.FromHtml(JsonTokens.ReadText(ref json, text));
                break;
            default:
                json.Skip();
                break;
        }
    }

    private void ReadTags(ref Utf8JsonReader json, EntryDraft entry)
    {
        while (JsonTokens.MoveToElement(ref json))
        {
            bool isTag = json.TokenType == JsonTokenType.String;
            ReadOnlySpan<char> tag = JsonTokens.ReadText(ref json, text);
            entry.AddCategory(isTag ? FeedText.Collapse(tag) : "");
        }
    }
}
