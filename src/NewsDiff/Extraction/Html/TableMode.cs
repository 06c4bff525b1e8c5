namespace NewsDiff.Extraction.Html;

/// <summary>The mode within a table (HTML Standard, 13.2.6.4.9 and 13.2.6.4.10).</summary>
internal static class TableMode
{
    public static bool Process(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Kind)
        {
            case TokenKind.Text or TokenKind.Space
                when builder.Open.Current.Tag.IsAny(TagGroups.FostersText)
                    || builder.Open.Current.Tag == KnownTags.Template:
                return InsertText(builder);
            case TokenKind.StartTag:
                return Start(builder);
            case TokenKind.EndTag:
                return End(builder);
            case TokenKind.Doctype:
                return true;
            case TokenKind.End:
                return BodyMode.Process(builder);
            default:
                return Foster(builder);
        }
    }

    /// <summary>Keeps only the table and what is around it open.</summary>
    public static void PopToTable(HtmlTreeBuilder builder) =>
        builder.Open.PopTo([TagId.Table, TagId.Template, TagId.Html]);

    private static bool InsertText(HtmlTreeBuilder builder)
    {
        if (builder.Token.Kind == TokenKind.Text)
        {
            return Foster(builder);
        }

        builder.InsertText();
        return true;
    }

    /// <summary>Processes what may not be in a table, and moves it before the table.</summary>
    private static bool Foster(HtmlTreeBuilder builder)
    {
        builder.IsFostering = true;
        bool isConsumed = BodyMode.Process(builder);
        builder.IsFostering = false;
        return isConsumed;
    }

    private static bool Start(HtmlTreeBuilder builder)
    {
        HtmlTag tag = builder.Token.Tag;
        switch (tag.Id)
        {
            case TagId.Caption:
                PopToTable(builder);
                builder.Formatting.AddBorder();
                builder.Insert();
                builder.Mode = InsertionMode.InCaption;
                return true;
            case TagId.Colgroup:
                return Begin(builder, tag, InsertionMode.InColumnGroup);
            case TagId.Col:
                return Imply(builder, KnownTags.Colgroup, InsertionMode.InColumnGroup);
            case TagId.Tbody or TagId.Tfoot or TagId.Thead:
                return Begin(builder, tag, InsertionMode.InTableBody);
            case TagId.Td or TagId.Th or TagId.Tr:
                return Imply(builder, KnownTags.Tbody, InsertionMode.InTableBody);
            case TagId.Table:
                return !Close(builder);
            case TagId.Style or TagId.Script or TagId.Template:
                return HeadModes.InHead(builder);
            case TagId.Input when builder.IsHiddenInput():
                builder.InsertVoid();
                return true;
            case TagId.Form:
                InsertForm(builder);
                return true;
            default:
                return Foster(builder);
        }
    }

    private static bool End(HtmlTreeBuilder builder)
    {
        switch (builder.Token.Tag.Id)
        {
            case TagId.Table:
                Close(builder);
                return true;
            case TagId.Template:
                return HeadModes.InHead(builder);
            case TagId.Body or TagId.Caption or TagId.Col or TagId.Colgroup or TagId.Html or TagId.Tbody or TagId.Td
                or TagId.Tfoot or TagId.Th or TagId.Thead or TagId.Tr:
                return true;
            default:
                return Foster(builder);
        }
    }

    private static bool Begin(HtmlTreeBuilder builder, HtmlTag tag, InsertionMode mode)
    {
        PopToTable(builder);
        builder.Insert(tag);
        builder.Mode = mode;
        return true;
    }

    private static bool Imply(HtmlTreeBuilder builder, HtmlTag tag, InsertionMode mode)
    {
        PopToTable(builder);
        builder.InsertImplied(tag);
        builder.Mode = mode;
        return false;
    }

    private static bool Close(HtmlTreeBuilder builder)
    {
        if (!builder.Open.HasInScope(KnownTags.Table, TagGroups.EndsTableScope))
        {
            return false;
        }

        builder.Open.PopThrough(KnownTags.Table);
        Modes.Reset(builder);
        return true;
    }

    private static void InsertForm(HtmlTreeBuilder builder)
    {
        if (builder.Form == 0 && !builder.Open.Has(KnownTags.Template))
        {
            builder.Form = builder.Insert();
            builder.Open.Pop();
        }
    }
}
