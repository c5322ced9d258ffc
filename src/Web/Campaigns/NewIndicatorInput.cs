using Responsables.App.Campaigns;
using Responsables.Domain.Frameworks;
using Responsables.Domain.Organizations;
using Responsables.Domain.Shared;
using Responsables.Web.Platform;

namespace Responsables.Web.Campaigns;

/// <summary>What the form of a branch's indicator holds.</summary>
public sealed record NewIndicatorInput(
    string Prefix, string Plan, string Objective, string Title, string Shape, string Direction, string Definition, string Question, string Help, string Unit,
    string Whole, string WholeOf, bool CountsPersons)
{
    /// <summary>Longest prefix that is proposed.</summary>
    private const int Proposed = 3;

    /// <summary>An empty form, with a prefix made from the branch's name.</summary>
    public static NewIndicatorInput Begun(SupplementView view)
    {
        var letters = string.Concat(Slug.Of(view.Branch).Where(char.IsAsciiLetterLower));
        return new(letters[..Math.Min(letters.Length, Proposed)], "", "", "", "", "", "", "", "", "", "", "", false);
    }

    internal static NewIndicatorInput Of(Form form) => new(
        form["prefixe"], form["titre-directeur"], form["objectif"], form["intitule"], form["nature"], form["sens"], form["definition"], form["question"], form["aide"],
        form["unite"], form["total"], form["total-de"], form["personnes"] == "oui");

    /// <summary>The text of the supplement with this indicator, or every field that is wrong.</summary>
    public Outcome<string> Read(SupplementView view)
    {
        var shape = Shape switch
        {
            "nombre" => NewIndicatorShape.Sum,
            "part" => NewIndicatorShape.Share,
            "rapport" => NewIndicatorShape.Ratio,
            "oui-non" => NewIndicatorShape.YesNo,
            _ => (NewIndicatorShape?)null,
        };
        var problems = new List<Problem>();
        if (shape is null)
        {
            problems.Add(new Problem("campaigns.supplement-shape", "nature"));
        }

        var direction = Direction switch { "hausse" => Domain.Frameworks.Direction.Up, "baisse" => Domain.Frameworks.Direction.Down, _ => Domain.Frameworks.Direction.Neutral };
        var read = SupplementText.With(
            view.Yaml, view.Framework, view.Branch, Prefix, Plan,
            new NewIndicator(
                Objective, Title, shape ?? NewIndicatorShape.YesNo, direction, Definition, Unit, Question, Help, Whole,
                WholeOf.Length == 0 ? null : new VariableCode(WholeOf), CountsPersons && shape != NewIndicatorShape.YesNo));
        problems.AddRange(read is Outcome<string>.Refused refused ? refused.Problems : []);
        return problems.Count > 0 ? Outcome.Refused<string>(problems) : read;
    }
}
