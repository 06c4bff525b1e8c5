using System.Collections.Immutable;
using NewsDiff.Diffing.Tokens;

namespace NewsDiff.Provenance;

/// <summary>Cuts texts into words as the comparison does; equal words of all versions have the same token.</summary>
internal sealed class TextCutter
{
    private readonly TokenReader _reader;
    private readonly TokenList _tokens = new();

    internal TextCutter()
    {
        _reader = new TokenReader(new TokenFolding(DiffOptions.Default), new TokenInterner(), skipInvisible: false);
        _reader.Clear(expected: 0);
    }

    internal TracedText Cut(string text, bool isTitle)
    {
        _tokens.Clear();
        _reader.Read(text, 0, text.Length, _tokens);
        ImmutableArray<WordPlace>.Builder places = ImmutableArray.CreateBuilder<WordPlace>(_tokens.Count);
        foreach (ref readonly Token token in _tokens.Span)
        {
            if (token.Kind != TokenKind.Break)
            {
                int weight = token.Kind switch { TokenKind.Word => 2, TokenKind.Character => 1, _ => 0 };
                places.Add(new WordPlace(token.Start, token.Length, token.Id, weight));
            }
        }

        return new TracedText(text, isTitle, places.DrainToImmutable());
    }
}
