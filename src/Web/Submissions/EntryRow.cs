using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;

namespace Responsables.Web.Submissions;

/// <summary>A state as its tag shows it.</summary>
public sealed record TagText(string Kind, string Text);

/// <summary>A question of the form as the page draws it.</summary>
public sealed record EntryRow
{
    public required Variable Variable { get; init; }

    public required bool IsRequired { get; init; }

    /// <summary>Whether its fields are drawn; else it is only read, for the reason given by <see cref="LockedBecause"/>.</summary>
    public required bool IsOpen { get; init; }

    public string? LockedBecause { get; init; }

    /// <summary>When it is to be filled in, in words; null: always.</summary>
    public string? Condition { get; init; }

    /// <summary>What the body answered to the question that decides it, for whoever does not have that question; null: they see it.</summary>
    public string? Control { get; init; }

    /// <summary>Whether it is new, or asked otherwise than last year, in words; null: it is as it was.</summary>
    public string? News { get; init; }

    /// <summary>The year from which its answer was carried over and waits to be confirmed; null: none.</summary>
    public int? CarriedFrom { get; init; }

    /// <summary>To whom it is assigned, in words; null: to nobody.</summary>
    public string? Holder { get; init; }

    public required ShownRow Shown { get; init; }

    public required RowValues Values { get; init; }

    public required TagText Tag { get; init; }

    /// <summary>What is to be mended, in sentences.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>Places whose field is at fault.</summary>
    public IReadOnlyList<string> FaultyPlaces { get; init; } = [];

    /// <summary>What is only to be known: notices, and variations that were explained.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>Why a block that uses it was returned, and by whom.</summary>
    public IReadOnlyList<string> Returns { get; init; } = [];

    public EntryConflict? Conflict { get; init; }

    public Answers? Previous { get; init; }

    public int Year { get; init; }

    /// <summary>Who changed it last, and when; null: nobody yet.</summary>
    public string? LastChange { get; init; }

    /// <summary>The page of the question.</summary>
    public string? Url { get; init; }

    /// <summary>The page of its evidence.</summary>
    public string? PiecesUrl { get; init; }

    /// <summary>How many pieces it has.</summary>
    public int Pieces { get; init; }

    /// <summary>Comments of its thread.</summary>
    public int Comments { get; init; }

    /// <summary>What it is a part of, with the numbers: « Émissions = 1 234 ÷ 56 = 22 tCO2e ».</summary>
    public IReadOnlyList<EntryFormula> Formulas { get; init; } = [];

    public bool NeedsComment { get; init; }

    public string Code => Variable.Code.Value;

    public string Error => string.Join(" ", Errors);

    public bool IsBroad => Variable.Type is VariableType.Boolean or VariableType.List or VariableType.Text;

    public bool IsFaulty(string place) => FaultyPlaces.Contains(place);
}

/// <summary>A figure that uses the question: its title, its formula as the framework writes it, the numbers in it.</summary>
public sealed record EntryFormula(string Title, string Formula, string Numbers);

/// <summary>Two people wrote the same answer.</summary>
/// <param name="Row">Name of the row.</param>
/// <param name="Question">What was asked.</param>
/// <param name="Sides">Each place where they met.</param>
public sealed record EntryConflict(string Row, string Question, string Who, DateTimeOffset When, IReadOnlyList<ConflictSides> Sides);

/// <param name="Label">The cell; null for the whole.</param>
public sealed record ConflictSides(string Place, string? Label, string Before, string Mine, string Theirs);
