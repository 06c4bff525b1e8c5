namespace NewsDiff.Pages.Managing;

/// <summary>A labelled field of a form, with what was typed and why it cannot be used.</summary>
/// <param name="Name">Its name, and its id.</param>
/// <param name="Label">Its label, in English.</param>
/// <param name="Value">What was typed.</param>
/// <param name="Fault">The fault of the form; shown if it is of this field.</param>
internal sealed record FormField(string Name, string Label, string Value, FieldFault? Fault)
{
    /// <summary>A hint below the label, in English; null for none.</summary>
    internal string? Hint { get; init; }

    /// <summary>Further attributes of the element. The default is none.</summary>
    internal string Attributes { get; init; } = "";

    /// <summary>Whether it has several lines. The default is false.</summary>
    internal bool IsLong { get; init; }

    private bool IsFaulty => Fault?.Field == Name;

    internal void Write(PageHtml html)
    {
        html.Raw($"<p class=\"field-row\"><label for=\"{Name}\">{html.Texts[Label]}</label>\n");
        if (Hint is not null)
        {
            html.Raw($"<span class=\"hint\" id=\"{Name}-hint\">{html.Texts[Hint]}</span>\n");
        }

        WriteFault(html);
        string[] described =
            [.. IsFaulty ? (string[])[$"{Name}-fault"] : [], .. Hint is null ? [] : (string[])[$"{Name}-hint"]];
        string about = described.Length == 0 ? "" : $" aria-describedby=\"{string.Join(' ', described)}\"";
        string state = IsFaulty ? " aria-invalid=\"true\" autofocus" : "";
        html.Raw(IsLong
            ? $"<textarea id=\"{Name}\" name=\"{Name}\" {Attributes}{about}{state}>\n"
            : $"<input id=\"{Name}\" name=\"{Name}\" {Attributes}{about}{state} value=\"");
        html.Text(Value);
        html.Raw(IsLong ? "</textarea></p>\n" : "\"></p>\n");
    }

    private void WriteFault(PageHtml html)
    {
        if (!IsFaulty)
        {
            return;
        }

        string attributes = $"class=\"failed\" id=\"{Name}-fault\"";
        if (Fault!.IsForeign)
        {
            html.Sentence("strong", Fault.English, attributes);
        }
        else
        {
            html.Element("strong", html.Texts.Say(Fault.English, Fault.Values.AsSpan()), attributes);
        }

        html.Raw("\n");
    }
}
