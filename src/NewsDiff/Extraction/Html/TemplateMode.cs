namespace NewsDiff.Extraction.Html;

/// <summary>The mode within templates (HTML Standard, 13.2.6.4.18).</summary>
internal static class TemplateMode
{
    /// <summary>Inserts a template.</summary>
    public static void Begin(HtmlTreeBuilder builder)
    {
        builder.Insert();
        builder.Formatting.AddBorder();
        builder.MayBecomeFrameset = false;
        builder.Mode = InsertionMode.InTemplate;
        builder.TemplateModes.Push(InsertionMode.InTemplate);
    }

    /// <summary>Closes the innermost template, if one is open.</summary>
    public static void End(HtmlTreeBuilder builder)
    {
        if (builder.Open.Has(KnownTags.Template))
        {
            builder.Open.PopImplied(except: null, TagGroups.Implied | TagGroups.ImpliedInTemplate);
            Close(builder);
        }
    }

    public static bool Process(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        switch (builder.Token.Kind)
        {
            case TokenKind.Text:
            case TokenKind.Space:
            case TokenKind.Doctype:
                return BodyMode.Process(builder);
            case TokenKind.StartTag when tag.IsAny(TagGroups.HeadContent):
            case TokenKind.EndTag when tag.Id == TagId.Template:
                return HeadModes.InHead(builder);
            case TokenKind.StartTag:
                builder.TemplateModes.Pop();
                builder.Mode = ModeFor(tag.Id);
                builder.TemplateModes.Push(builder.Mode);
                return false;
            case TokenKind.EndTag:
                return true;
            default:
                return EndOfPage(builder);
        }
    }

    /// <summary>Closes the templates that the page left open.</summary>
    public static bool EndOfPage(HtmlTreeBuilder builder)
    {
        if (!builder.Open.Has(KnownTags.Template))
        {
            return true;
        }

        Close(builder);
        return false;
    }

    private static void Close(HtmlTreeBuilder builder)
    {
        builder.Open.PopThrough(KnownTags.Template);
        builder.Formatting.CutToBorder();
        builder.TemplateModes.Pop();
        Modes.Reset(builder);
    }

    private static InsertionMode ModeFor(TagId id) => id switch
    {
        TagId.Caption or TagId.Colgroup or TagId.Tbody or TagId.Tfoot or TagId.Thead => InsertionMode.InTable,
        TagId.Col => InsertionMode.InColumnGroup,
        TagId.Tr => InsertionMode.InTableBody,
        TagId.Td or TagId.Th => InsertionMode.InRow,
        _ => InsertionMode.InBody,
    };
}
