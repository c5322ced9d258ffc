using Responsables.Domain.Frameworks;

namespace Responsables.App.Campaigns;

/// <summary>What an indicator that a branch adds measures.</summary>
public enum NewIndicatorShape
{
    /// <summary>A number that adds up over bodies.</summary>
    Sum,

    /// <summary>A share: a part over its total, in hundredths; both are counted in one unit.</summary>
    Share,

    /// <summary>A number for one unit of another that the framework asks already: litres by person, kWh by m².</summary>
    Ratio,

    /// <summary>A yes or no; the figure is the share of bodies that said yes.</summary>
    YesNo,
}

/// <summary>An indicator that a branch describes in a form, for its supplement.</summary>
/// <param name="Objective">Code of the objective under which it stands.</param>
/// <param name="Title">As it is to be read.</param>
/// <param name="Unit">Unit of the number that is asked; nothing for a yes or no, nor for a share of what the framework asks, which has its unit.</param>
/// <param name="Question">What is asked; for a share or a ratio, its numerator.</param>
/// <param name="Whole">Label of the denominator of a share, when it is a question of its own.</param>
/// <param name="WholeOf">Code of a question of the framework that is the denominator; null: <paramref name="Whole"/> is asked.</param>
/// <param name="CountsPersons">Whether the number that is asked counts persons; a share of persons does.</param>
public sealed record NewIndicator(
    string Objective, string Title, NewIndicatorShape Shape, Direction Direction, string? Definition, string Unit, string Question, string? Help, string Whole,
    VariableCode? WholeOf, bool CountsPersons = false);
