using Responsables.App.Submissions;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Shared;
using Responsables.Domain.Submissions;
using Responsables.Web.Kit;
using static Responsables.Web.Platform.Texts;

namespace Responsables.Web.Submissions;

/// <summary>The figure that a body's own answers make of an output, this year and the year before.</summary>
internal sealed record EntryFigure(Output Output, bool IsMain, decimal? Now, decimal? Before, string Terms, string Reason, int Wanted)
{
    /// <summary>Figures of one body are shown with so many decimals.</summary>
    private const int Decimals = 2;

    /// <summary>Percentages change by points; what they are a percentage of is in the title.</summary>
    public bool IsShare => Output.Unit.StartsWith('%');

    public VariationText Variation => VariationText.Of(Now, Before, Wanted, IsShare);

    public string Text => Written(Now);

    public string BeforeText => Written(Before);

    /// <summary>The figures of a block; none for a share of bodies, which says nothing of one body.</summary>
    public static IEnumerable<EntryFigure> Of(Block block, Dossier dossier) => block.Indicator is not { } indicator
        ? []
        : indicator.Outputs.Where(dossier.Compiled.Framework.SaysMore).Select(o => Of(o, indicator, dossier));

    public static string IdOf(Indicator indicator, Output output) => $"figure.{indicator.Code}.{output.Name}";

    private static EntryFigure Of(Output output, Indicator indicator, Dossier dossier)
    {
        var terms = new Quantity[output.Formula.TermCount];
        var state = output.Formula.Of(dossier.Answers.Sheet, CellKey.Total, terms);
        var now = state == AnswerState.Given ? output.Formula.Value(terms) : null;
        var before = dossier.Previous is { } previous ? BodyFigure.Of(output, CellKey.Total, previous.Sheet) : null;
        var written = now is not null && output.Formula.Denominator(terms) is { } denominator && output.Formula.Numerator(terms) is { } numerator
            ? T["submissions.figure.terms", FieldText.Number(numerator), FieldText.Number(denominator)]
            : "";
        var isMain = output == indicator.Main;
        var wanted = !isMain ? 0 : indicator.Direction switch { Direction.Up => 1, Direction.Down => -1, _ => 0 };
        return new EntryFigure(output, isMain, now, before, written, now is null ? T[$"submissions.figure.{state}"] : "", wanted);
    }

    private string Written(decimal? value) => value is { } number
        ? FieldText.Number(decimal.Round(number, Decimals, MidpointRounding.AwayFromZero)) + "\u00A0" + (IsShare ? "%" : Output.Unit)
        : Kit.Show.Missing;
}
