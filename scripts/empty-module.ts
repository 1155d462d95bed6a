/** Stands in for packages that the built program never uses (React's developer tools). */
export default undefined;
