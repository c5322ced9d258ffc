namespace Responsables.Domain.Frameworks.Expressions;

internal enum Operation { Add, Subtract, Multiply, Divide }

internal static class Operations
{
    public static Operation Of(string sign) => sign switch
    {
        "+" => Operation.Add,
        "-" => Operation.Subtract,
        "*" => Operation.Multiply,
        "/" => Operation.Divide,
        _ => throw new ArgumentOutOfRangeException(nameof(sign), sign, "no such operation"),
    };

    public static decimal Apply(this Operation operation, decimal left, decimal right) => operation switch
    {
        Operation.Add => left + right,
        Operation.Subtract => left - right,
        Operation.Multiply => left * right,
        _ => left / right,
    };
}
