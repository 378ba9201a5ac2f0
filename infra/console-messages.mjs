export const faultsOfMessages = () => [];
