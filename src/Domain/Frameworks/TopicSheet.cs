namespace Responsables.Domain.Frameworks;

/// <summary>The fiche of an enjeu: what it is about and what it rests upon.</summary>
public sealed record TopicSheet(
    string About,
    IReadOnlyList<Iso26000Clause> Iso26000,
    IReadOnlyList<SdgReference> Sdgs,
    IReadOnlyList<LegalReference> References,
    IReadOnlyList<string> Stakeholders,
    IReadOnlyList<TypicalAction> Actions,
    IReadOnlyList<GlossaryEntry> Glossary)
{
    /// <summary>Where the printed document has it.</summary>
    public SheetPages Pages { get; init; } = new(null, null);
}

/// <summary>Pages of the printed document, from 1: the sheet, and its table of indicators; null when not known.</summary>
public sealed record SheetPages(int? Sheet, int? Indicators);

/// <summary>A clause of ISO 26000; the source cites some core subjects without a clause.</summary>
public sealed record Iso26000Clause(string? Clause, string Title);

/// <summary>A sustainable development goal (ODD) the enjeu contributes to.</summary>
public sealed record SdgReference(int Number, string Title);

/// <summary>A law, a standard or a useful link, as the framework words it.</summary>
public sealed record LegalReference(string? Group, string Text, string? Url);

/// <summary>An action that the framework gives as an example for an objectif.</summary>
public sealed record TypicalAction(string? Objective, string? Group, string Text);

/// <summary>A term and what it means.</summary>
public sealed record GlossaryEntry(string Term, string Definition);
