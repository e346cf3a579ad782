/** How many days the desk looks ahead. */
export const daysAhead = 42;
