namespace NewsDiff.Extraction.Html;

/// <summary>Processes a token in the current mode.</summary>
internal static class Modes
{
    /// <returns>Whether the token was consumed.</returns>
    public static bool Process(HtmlTreeBuilder builder)
    {
        if (builder.Token.Kind == TokenKind.Text
            && PartsSpace(builder.Mode)
            && builder.Tokens.CutLeadingSpace(out TextRun rest))
        {
            ProcessWhole(builder);
            builder.Token.Kind = TokenKind.Text;
            builder.Token.Text = rest;
            return false;
        }

        return ProcessWhole(builder);
    }

    /// <summary>Finds the mode from the open elements (HTML Standard, 13.2.4.1).</summary>
    public static void Reset(HtmlTreeBuilder builder)
    {
        for (int i = builder.Open.Count - 1; i > 0; i--)
        {
            if (Of(builder, i) is { } mode)
            {
                builder.Mode = mode;
                return;
            }
        }

        builder.Mode = builder.Head == 0 ? InsertionMode.BeforeHead : InsertionMode.AfterHead;
    }

    private static InsertionMode? Of(HtmlTreeBuilder builder, int index) => builder.Open[index].Tag.Id switch
    {
        TagId.Select => IsInTable(builder.Open, index) ? InsertionMode.InSelectInTable : InsertionMode.InSelect,
        TagId.Td or TagId.Th => InsertionMode.InCell,
        TagId.Tr => InsertionMode.InRow,
        TagId.Tbody or TagId.Thead or TagId.Tfoot => InsertionMode.InTableBody,
        TagId.Caption => InsertionMode.InCaption,
        TagId.Colgroup => InsertionMode.InColumnGroup,
        TagId.Table => InsertionMode.InTable,
        TagId.Template => builder.TemplateModes.Peek(),
        TagId.Head => InsertionMode.InHead,
        TagId.Body => InsertionMode.InBody,
        TagId.Frameset => InsertionMode.InFrameset,
        _ => null,
    };

    private static bool IsInTable(OpenElements open, int index)
    {
        for (int i = index - 1; i > 0 && open[i].Tag.Id != TagId.Template; i--)
        {
            if (open[i].Tag.Id == TagId.Table)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether white space before a text is processed by itself.</summary>
    private static bool PartsSpace(InsertionMode mode) =>
        mode is not (InsertionMode.InBody or InsertionMode.Text or InsertionMode.InTable or InsertionMode.InCaption
            or InsertionMode.InTableBody or InsertionMode.InRow or InsertionMode.InCell or InsertionMode.InSelect
            or InsertionMode.InSelectInTable or InsertionMode.InTemplate);

    private static bool ProcessWhole(HtmlTreeBuilder builder) => builder.Mode switch
    {
        InsertionMode.Initial => HeadModes.Initial(builder),
        InsertionMode.BeforeHtml => HeadModes.BeforeHtml(builder),
        InsertionMode.BeforeHead => HeadModes.BeforeHead(builder),
        InsertionMode.InHead => HeadModes.InHead(builder),
        InsertionMode.InHeadNoscript => HeadModes.InHeadNoscript(builder),
        InsertionMode.AfterHead => HeadModes.AfterHead(builder),
        InsertionMode.InBody => BodyMode.Process(builder),
        InsertionMode.Text => TextOf(builder),
        InsertionMode.InTable => TableMode.Process(builder),
        InsertionMode.InCaption => TablePartModes.InCaption(builder),
        InsertionMode.InColumnGroup => TablePartModes.InColumnGroup(builder),
        InsertionMode.InTableBody => TablePartModes.InTableBody(builder),
        InsertionMode.InRow => TablePartModes.InRow(builder),
        InsertionMode.InCell => TablePartModes.InCell(builder),
        InsertionMode.InSelect => SelectModes.InSelect(builder),
        InsertionMode.InSelectInTable => SelectModes.InSelectInTable(builder),
        InsertionMode.InTemplate => TemplateMode.Process(builder),
        InsertionMode.AfterBody => LastModes.AfterBody(builder),
        InsertionMode.InFrameset => LastModes.InFrameset(builder),
        InsertionMode.AfterFrameset => LastModes.AfterFrameset(builder),
        InsertionMode.AfterAfterBody => LastModes.AfterAfterBody(builder),
        _ => LastModes.AfterAfterFrameset(builder),
    };

    private static bool TextOf(HtmlTreeBuilder builder)
    {
        if (builder.Token.Kind is TokenKind.Text or TokenKind.Space)
        {
            builder.InsertText();
            return true;
        }

        builder.Open.Pop();
        builder.Mode = builder.ModeAfterText;
        return builder.Token.Kind != TokenKind.End;
    }
}
